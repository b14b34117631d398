import type { SavedWrapUp } from '@atlas-engine/web-contracts';
import { Button } from 'react-aria-components/Button';
import { dispositionNames } from '../../wrap-up/dispositions.ts';
import type { WrapUp, WrapUpProblem } from '../../wrap-up/wrap-up-book.ts';
import { useConsole } from '../console-context.ts';
import { clockTime } from '../../times.ts';

const crmTexts = {
  WRITTEN: 'In Salesforce.',
  PENDING: 'On its way to Salesforce.',
  WITH_CALL: 'Goes to Salesforce with the call.',
  NO_RECORD: 'Kept here; no lead belongs to it.',
} as const;

/** Whether it is saved, and what stands in the way. */
export function WrapUpTrouble({ wrapUp }: { readonly wrapUp: WrapUp }) {
  const { problem, draft, unkept, saved } = wrapUp;
  return (
    <div className="trouble">
      {problem !== undefined && <Problem problem={problem} contactId={draft.contactId} />}
      {unkept && (
        <p className="box warning" role="alert">
          This browser keeps nothing: what you write is lost if the page is closed before you save.
        </p>
      )}
      {saved?.warnings.map(({ code, message }) => (
        <p key={code} className="box warning">
          {message}
        </p>
      ))}
      {saved !== undefined && (
        <p className="quiet-text">
          Saved {clockTime(saved.wrapUp.savedAt)}. {crmTexts[saved.crm]}
        </p>
      )}
    </div>
  );
}

interface ProblemProps {
  readonly problem: WrapUpProblem;
  readonly contactId: string;
}

function Problem({ problem, contactId }: ProblemProps) {
  if (problem.kind === 'conflict') return <Conflict stored={problem.stored} contactId={contactId} />;
  if (problem.kind === 'invalid') {
    return (
      <p className="field-error" role="alert">
        {problem.message}
      </p>
    );
  }
  return (
    <p className="box danger" role="alert">
      Not saved: {problem.error.message} It is kept in this browser; try again.
    </p>
  );
}

function Conflict({ stored, contactId }: { readonly stored: SavedWrapUp; readonly contactId: string }) {
  const { wrapUps } = useConsole();
  return (
    <div className="box warning" role="alert">
      <p>
        <strong>{stored.savedBy}</strong> saved another version at {clockTime(stored.savedAt)}:{' '}
        {dispositionNames[stored.disposition]}. “{stored.notes}”
      </p>
      <div className="row">
        <Button className="button small" onPress={() => wrapUps.resolve(contactId, 'mine')}>
          Keep mine
        </Button>
        <Button className="button small" onPress={() => wrapUps.resolve(contactId, 'theirs')}>
          Take theirs
        </Button>
      </div>
    </div>
  );
}

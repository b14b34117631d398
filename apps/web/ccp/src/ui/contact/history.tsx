import type { HistoryEntry } from '@atlas-engine/web-contracts';
import { Button } from 'react-aria-components/Button';
import type { Known } from '../../workspace/contact-views.ts';
import { dispositionNames } from '../../wrap-up/dispositions.ts';
import { useConsole } from '../console-context.ts';
import { dayAndTime } from '../../times.ts';

/** What happened with this person before, newest first. */
export function History({
  known,
  contactId,
}: {
  readonly known: Known | undefined;
  readonly contactId: string;
}) {
  const { views } = useConsole();
  if (known?.status === 'failed') {
    return (
      <div className="why" role="alert">
        <p>The history cannot be read: {known.error.message}</p>
        <Button className="button small" onPress={() => views.reload(contactId)}>
          Try again
        </Button>
      </div>
    );
  }
  if (known === undefined) return <p className="quiet-text">It is shown when you accept.</p>;
  if (known.status !== 'ready') return <p role="status">Looking up…</p>;
  const { entries, truncated } = known.view.history;
  if (entries.length === 0) return <p className="quiet-text">This is the first contact with this person.</p>;
  return (
    <>
      <ol className="history">
        {entries.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </ol>
      {truncated && <p className="quiet-text">Older entries are in Salesforce.</p>}
    </>
  );
}

const kinds: Readonly<Record<HistoryEntry['kind'], string>> = {
  REQUEST: 'Request',
  CALL: 'Call',
  WRAP_UP: 'Agent’s notes',
};
const inWords = (code: string): string =>
  `${code.charAt(0)}${code.slice(1).toLowerCase().replaceAll('_', ' ')}`;

function Entry({ entry }: { readonly entry: HistoryEntry }) {
  return (
    <li>
      <EntryHead entry={entry} />
      {textsOf(entry).map((text) => (
        <p key={text}>{text}</p>
      ))}
      {quietTextsOf(entry).map((text) => (
        <p key={text} className="quiet-text">
          {text}
        </p>
      ))}
    </li>
  );
}

function EntryHead({
  entry: { kind, at, sequence, outcome, disposition, agent },
}: {
  readonly entry: HistoryEntry;
}) {
  const ending = disposition === undefined ? outcome && inWords(outcome) : dispositionNames[disposition];
  return (
    <div className="history-head">
      <strong>
        {kinds[kind]}
        {sequence !== undefined && ` ${String(sequence)}`}
      </strong>
      {ending !== undefined && <span className="tag">{ending}</span>}
      {agent !== undefined && <span className="quiet-text">{agent}</span>}
      <time dateTime={at}>{dayAndTime(at)}</time>
    </div>
  );
}

const textsOf = ({ interest, summary, notes }: HistoryEntry): readonly string[] =>
  [interest, summary, notes].filter((text) => text !== undefined).filter((text) => text !== '');

const quietTextsOf = ({ nextStep, followUpAt }: HistoryEntry): readonly string[] => [
  ...(nextStep ? [`Next: ${nextStep}`] : []),
  ...(followUpAt === undefined ? [] : [`Follow-up: ${dayAndTime(followUpAt)}`]),
];

import { Button } from 'react-aria-components/Button';
import type { Contact } from '../../connect/connect-state.ts';
import { finishContact, finishLater } from '../../console/finish-contact.ts';
import type { WrapUp } from '../../wrap-up/wrap-up-book.ts';
import { useCommand, useConsole, useStore } from '../console-context.ts';
import { WrapUpFields } from './wrap-up-fields.tsx';
import { WrapUpTrouble } from './wrap-up-trouble.tsx';

/** What the agent writes down: open from the first word of the contact, and needed to finish it. */
export function WrapUpForm({ contact }: { readonly contact: Contact }) {
  const { wrapUps } = useConsole();
  const wrapUp = useStore(wrapUps.store)[contact.contactId];
  if (wrapUp === undefined) return null;
  const isOver = contact.phase === 'ended';
  return (
    <section className="wrap-up" aria-label="Notes and wrap-up">
      <h3>{isOver ? 'Wrap-up' : 'Notes'}</h3>
      <WrapUpFields wrapUp={wrapUp} />
      <WrapUpTrouble wrapUp={wrapUp} />
      <div className="wrap-up-end">{isOver ? <Finish wrapUp={wrapUp} /> : <SaveNow wrapUp={wrapUp} />}</div>
    </section>
  );
}

/** The contact is over: saving closes it. */
function Finish({ wrapUp }: { readonly wrapUp: WrapUp }) {
  const all = useConsole();
  const run = useCommand();
  const { contactId } = wrapUp.draft;
  const finish = async () => {
    if (await finishContact(all, contactId)) all.notices.say('success', 'Saved. The contact is closed.');
  };
  return (
    <>
      <Button className="button primary wide" isPending={wrapUp.saving} onPress={() => run(finish())}>
        {wrapUp.saving ? 'Saving…' : 'Save and close the contact'}
      </Button>
      {wrapUp.problem?.kind === 'failed' && (
        <Button className="button wide" onPress={() => run(finishLater(all, contactId))}>
          Close the contact, send this later
        </Button>
      )}
    </>
  );
}

/** While the contact goes on, saving is early and closes nothing. */
function SaveNow({ wrapUp }: { readonly wrapUp: WrapUp }) {
  const { wrapUps, notices } = useConsole();
  const run = useCommand();
  const save = async () => {
    if (await wrapUps.save(wrapUp.draft.contactId)) notices.say('success', 'Saved.');
  };
  return (
    <Button className="button wide" isPending={wrapUp.saving} onPress={() => run(save())}>
      {wrapUp.saving ? 'Saving…' : 'Save now'}
    </Button>
  );
}

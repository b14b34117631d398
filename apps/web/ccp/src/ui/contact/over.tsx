import { Button } from 'react-aria-components/Button';
import type { Contact } from '../../connect/connect-state.ts';
import { useCommand, useConnect, useConsole } from '../console-context.ts';

/** A contact that never came about: it must be closed before the next can come. */
export function Over({ contact }: { readonly contact: Contact }) {
  const { port } = useConsole();
  const { agent, rejecting } = useConnect();
  const run = useCommand();
  const rejected = rejecting.includes(contact.contactId);
  const close = async (name?: string) => {
    await port.clear(contact.contactId);
    const choice = agent?.choices.find((each) => each.name === name);
    if (choice !== undefined) await port.choose(choice, 'now');
  };
  const available = agent?.choices.find(({ kind }) => kind === 'routable')?.name;
  return (
    <div className="offer over">
      <p className="offer-text">
        <strong>{overText(contact, rejected)}</strong> It goes back to its queue; you get no contact until you
        close it.
      </p>
      {available !== undefined && (
        <Button className="button success" onPress={() => run(close(available))}>
          Close and be {available.toLowerCase()}
        </Button>
      )}
      <Button className="button" onPress={() => run(close())}>
        Close
      </Button>
    </div>
  );
}

const overText = ({ phase }: Contact, rejected: boolean): string => {
  if (phase === 'failed') return 'Nobody was reached.';
  return rejected ? 'You rejected this contact.' : 'You missed this contact.';
};

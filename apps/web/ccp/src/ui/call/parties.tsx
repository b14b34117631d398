import { Button } from 'react-aria-components/Button';
import type { Contact } from '../../connect/connect-state.ts';
import type { PartyState } from '../../connect/snapshot.ts';
import { useCommand, useConsole } from '../console-context.ts';
import { Icon } from '../parts/icon.tsx';
import { useName } from '../parts/use-name.ts';
import { othersOn } from './hold.ts';

const states: Readonly<Record<PartyState, string>> = {
  connecting: 'is being called',
  connected: 'can hear you',
  hold: 'on hold',
  disconnected: 'has left',
};

/** Who is on the line when somebody was brought in, and what can be done with them. */
export function Parties({ contact }: { readonly contact: Contact }) {
  const { port } = useConsole();
  const run = useCommand();
  const customer = useName(contact);
  const { contactId } = contact;
  const others = othersOn(contact);
  const third = others.find(({ role }) => role === 'third-party');
  if (third === undefined) return null;
  const bothThere = others.length > 1 && third.state !== 'connecting';
  const together = others.every(({ state }) => state === 'connected');
  return (
    <div className="parties">
      <ul>
        {others.map(({ connectionId, role, label, state }) => (
          <li key={connectionId} className={state}>
            <span className="state-dot" aria-hidden="true" />
            <strong>{role === 'customer' ? customer : label}</strong> {states[state]}
            {role === 'third-party' && (
              <Button className="button small" onPress={() => run(port.drop(contactId, connectionId))}>
                {state === 'connecting' ? 'Cancel' : 'End'}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {bothThere && !together && (
        <>
          <Button className="control" onPress={() => run(port.swap(contactId))}>
            <Icon name="swap" /> Swap
          </Button>
          <Button className="control" onPress={() => run(port.conference(contactId))}>
            <Icon name="conference" /> Join all
          </Button>
        </>
      )}
    </div>
  );
}

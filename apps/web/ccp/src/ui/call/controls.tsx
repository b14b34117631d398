import { Button } from 'react-aria-components/Button';
import { DialogTrigger } from 'react-aria-components/Dialog';
import { lazy, Suspense } from 'react';
import type { Contact } from '../../connect/connect-state.ts';
import { useCommand, useConnect, useConsole } from '../console-context.ts';
import { Icon } from '../parts/icon.tsx';
import { isOnHold, othersOn, toggleHold } from './hold.ts';
import { Keypad } from './keypad.tsx';
import { Parties } from './parties.tsx';

const Transfer = lazy(() => import('./transfer.tsx').then(({ Transfer }) => ({ default: Transfer })));

/** What the agent can do with a contact that is connected. */
export function Controls({ contact }: { readonly contact: Contact }) {
  const { port } = useConsole();
  const run = useCommand();
  const { contactId, channel, phase } = contact;
  const isCall = channel === 'voice' || channel === 'callback';
  return (
    <div className="controls" role="group" aria-label="Contact controls">
      {isCall && phase === 'connected' && <CallControls contact={contact} />}
      {phase === 'connected' && (
        <DialogTrigger>
          <Button className="control" id="open-transfer">
            <Icon name="transfer" /> Transfer
          </Button>
          <Suspense>
            <Transfer contact={contact} />
          </Suspense>
        </DialogTrigger>
      )}
      <span className="grow" />
      <Button className="control hang-up" onPress={() => run(port.leave(contactId))}>
        <Icon name={isCall ? 'hangUp' : 'check'} /> {leaveName(contact, isCall)}
      </Button>
      <Parties contact={contact} />
    </div>
  );
}

/** With two others on the line the agent's leaving is a transfer. */
function leaveName(contact: Contact, isCall: boolean): string {
  if (!isCall) return 'End';
  return othersOn(contact).length > 1 ? 'Leave them together' : 'Hang up';
}

function CallControls({ contact }: { readonly contact: Contact }) {
  const { port } = useConsole();
  const { muted } = useConnect();
  const run = useCommand();
  const held = isOnHold(contact);
  return (
    <>
      <Button
        className={`control ${held ? 'on' : ''}`}
        aria-pressed={held}
        onPress={() => run(toggleHold(port, contact))}
      >
        <Icon name={held ? 'resume' : 'hold'} /> {held ? 'Resume' : 'Hold'}
      </Button>
      <Button
        className={`control ${muted ? 'on' : ''}`}
        aria-pressed={muted}
        onPress={() => run(port.mute(!muted))}
      >
        <Icon name={muted ? 'mute' : 'microphone'} /> {muted ? 'Unmute' : 'Mute'}
      </Button>
      <Keypad contactId={contact.contactId} />
    </>
  );
}

import { Button } from 'react-aria-components/Button';
import type { Contact } from '../../connect/connect-state.ts';
import { useConsole, useCurrentContact, useStore } from '../console-context.ts';
import { isOnHold } from '../call/hold.ts';
import { channelNames, phaseNames } from '../../channels.ts';
import { Elapsed } from '../parts/elapsed.tsx';
import { Icon } from '../parts/icon.tsx';
import { useName } from '../parts/use-name.ts';

export function ContactRow({ contact }: { readonly contact: Contact }) {
  const { selected, conversations } = useConsole();
  const isCurrent = useCurrentContact()?.contactId === contact.contactId;
  const unread = useStore(conversations.store)[contact.contactId]?.unread ?? 0;
  const name = useName(contact);
  const { channel, phase, since, contactId } = contact;
  return (
    <li>
      <Button
        className={`contact-row ${phase}`}
        aria-current={isCurrent}
        onPress={() => selected.set(contactId)}
      >
        <span className={`channel ${phase}`}>
          <Icon name={channel} />
        </span>
        <span className="contact-row-text">
          <span className="contact-row-name">{name}</span>
          <span className="contact-row-state">
            {channelNames[channel]} · {stateOf(contact)}
          </span>
        </span>
        <Elapsed since={since} label="for" />
        {unread > 0 && (
          <span className="badge">
            {unread}
            <span className="sr-only"> unread</span>
          </span>
        )}
      </Button>
    </li>
  );
}

const stateOf = (contact: Contact): string => {
  const held = contact.channel !== 'chat' && contact.phase === 'connected' && isOnHold(contact);
  return held ? 'On hold' : phaseNames[contact.phase];
};

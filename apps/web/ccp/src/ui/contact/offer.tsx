import { Button } from 'react-aria-components/Button';
import type { Contact } from '../../connect/connect-state.ts';
import { useCommand, useConsole } from '../console-context.ts';
import { channelNames } from '../../channels.ts';
import { Elapsed } from '../parts/elapsed.tsx';
import { Icon } from '../parts/icon.tsx';

/** A contact that rings. */
export function Offer({ contact }: { readonly contact: Contact }) {
  const { port, selected } = useConsole();
  const run = useCommand();
  const { contactId, channel, queue, since } = contact;
  const accept = () => {
    selected.set(contactId);
    run(port.accept(contactId));
  };
  return (
    <div className="offer">
      <p className="offer-text">
        <strong>{channelNames[channel]} for you</strong>
        {queue !== undefined && <> from {queue}</>} · rings for <Elapsed since={since} />
      </p>
      <Button className="button success" onPress={accept}>
        <Icon name={channel} /> Accept <kbd>A</kbd>
      </Button>
      <Button className="button" onPress={() => run(port.reject(contactId))}>
        Reject <kbd>R</kbd>
      </Button>
    </div>
  );
}

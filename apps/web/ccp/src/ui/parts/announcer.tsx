import { labelOf } from '../../connect/connect-state.ts';
import { useConnect } from '../console-context.ts';
import { channelNames } from '../../channels.ts';

/** Says an offer at once, and only that: the offer itself is no live region. */
export function Announcer() {
  const { contacts } = useConnect();
  const offered = contacts.find(({ phase }) => phase === 'offered');
  return (
    <div className="sr-only" aria-live="assertive" aria-atomic="true">
      {offered === undefined
        ? ''
        : `${channelNames[offered.channel]} from ${labelOf(offered)}. Alt Shift A accepts, Alt Shift R rejects.`}
    </div>
  );
}

import { Button } from 'react-aria-components/Button';
import { useConnect, useConsole } from '../console-context.ts';
import { channelNames } from '../../channels.ts';
import { Icon } from '../parts/icon.tsx';
import { clockTime } from '../../times.ts';

/** What rang at the agent and was not taken. */
export function Missed() {
  const { missed, missedUnseen } = useConnect();
  const { dispatch } = useConsole();
  if (missed.length === 0) return null;
  return (
    <section>
      <h2>
        Missed{' '}
        {missedUnseen > 0 && (
          <span className="badge">
            {missedUnseen}
            <span className="sr-only"> new</span>
          </span>
        )}
      </h2>
      <ul className="rows">
        {missed.map(({ contactId, channel, label, at, queue }) => (
          <li key={contactId} className="plain-row">
            <Icon name={channel} />
            <span>
              <span className="sr-only">{channelNames[channel]} from </span>
              {label}
              {queue !== undefined && <small> {queue}</small>}
            </span>
            <time dateTime={new Date(at).toISOString()}>{clockTime(at)}</time>
          </li>
        ))}
      </ul>
      {missedUnseen > 0 && (
        <Button className="button small" onPress={() => dispatch({ type: 'missed-seen' })}>
          I have seen them
        </Button>
      )}
    </section>
  );
}

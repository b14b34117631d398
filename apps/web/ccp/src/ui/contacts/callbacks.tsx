import { useConsole, useStore } from '../console-context.ts';
import { Icon } from '../parts/icon.tsx';
import { clockTime } from '../../times.ts';

/** What the agent has promised for today. */
export function Callbacks() {
  const day = useStore(useConsole().day);
  if (day === undefined || day.callbacks.length === 0) return null;
  return (
    <section>
      <h2>Promised today</h2>
      <ul className="rows">
        {day.callbacks.map(({ contactId, at, name }) => (
          <li key={contactId} className="plain-row">
            <Icon name="callback" />
            <span>{name ?? 'Follow-up'}</span>
            <time dateTime={at}>{clockTime(at)}</time>
          </li>
        ))}
      </ul>
    </section>
  );
}

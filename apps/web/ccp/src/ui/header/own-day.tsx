import { useConsole, useStore } from '../console-context.ts';
import { clockTime, roughly } from '../../times.ts';

/** The agent's own day so far. */
export function OwnDay() {
  const day = useStore(useConsole().day);
  if (day === undefined) return <div className="day" />;
  const figures = [
    ['Contacts', String(day.contacts)],
    ['Talk', roughly(day.talkSeconds)],
    ['Wrap-up', roughly(day.wrapUpSeconds)],
    ['Missed', String(day.missed)],
  ] as const;
  return (
    <dl className="day" title={`My day, as of ${clockTime(day.asOf)}`}>
      {figures.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

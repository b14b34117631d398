import { durationOf } from '../../times.ts';
import { useNow } from './now.ts';

/** How long something has lasted. Not announced: a timer that speaks every second is noise. */
export function Elapsed({ since, label }: { readonly since: number; readonly label?: string }) {
  const now = useNow();
  return (
    <span className="elapsed">
      {label !== undefined && <span className="sr-only">{label} </span>}
      {durationOf(now - since)}
    </span>
  );
}

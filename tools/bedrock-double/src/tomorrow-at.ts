const hourMs = 3_600_000;

/** The next local day at a full hour, as an ISO instant. Around a change of the clocks it may be one hour off. */
export function tomorrowAt(
  now: number,
  { timeZone, hour }: { readonly timeZone: string; readonly hour: number },
): string {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(now + 24 * hourMs);
  const asIfUtc = Date.parse(`${parts}T${String(hour).padStart(2, '0')}:00:00Z`);
  return new Date(asIfUtc - offsetAt(asIfUtc, timeZone)).toISOString();
}

function offsetAt(instant: number, timeZone: string): number {
  const local = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(instant);
  return Date.parse(`${local.replace(' ', 'T')}Z`) - instant;
}

export interface OpeningTime {
  readonly day: 'SUNDAY' | 'MONDAY' | 'TUESDAY' | 'WEDNESDAY' | 'THURSDAY' | 'FRIDAY' | 'SATURDAY';
  /** Minutes since midnight. */
  readonly from: number;
  /** Minutes since midnight; 0 is the end of the day. */
  readonly to: number;
}

export interface HoursSpec {
  readonly instanceId: string;
  readonly id: string;
  /** IANA name. */
  readonly timeZone: string;
  readonly times: readonly OpeningTime[];
}

/** Whether hours of operation are open at an instant. */
export function isOpenAt({ timeZone, times }: HoursSpec, at: number): boolean {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    weekday: 'long',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at);
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '';
  const minutes = Number(part('hour')) * 60 + Number(part('minute'));
  return times.some(
    ({ day, from, to }) =>
      day === part('weekday').toUpperCase() && minutes >= from && (to === 0 || minutes < to),
  );
}

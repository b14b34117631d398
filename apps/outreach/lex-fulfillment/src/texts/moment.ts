import type { LocalMoment } from './texts.ts';

/** A moment in words, with the zone's name, e.g. "Monday, November 23 at 2:00 PM EST". @param tag BCP 47 */
export const momentIn =
  (tag: string) =>
  ({ at, zone }: LocalMoment): string =>
    new Intl.DateTimeFormat(tag, {
      timeZone: zone,
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      hour: 'numeric',
      minute: '2-digit',
      timeZoneName: 'short',
    }).format(at);

import type { Instant } from './calling-policy/decision.ts';
import { dayNumberOf, type DayNumber } from './civil-date.ts';
import { millisecondsPerDay, millisecondsPerMinute } from './instant.ts';

/** What a clock on the wall and the calendar beside it show. */
export interface LocalTime {
  readonly day: DayNumber;
  /** Whole minutes since midnight on the clock's face, 0 to 1439. */
  readonly minute: number;
}

/** A zone's formatter, and its offsets at the midnights (UTC) that were asked for. */
interface ZoneClock {
  readonly formatter: Intl.DateTimeFormat;
  readonly offsets: Map<DayNumber, number>;
}

/** A year of midnights: more than any horizon of the calling policy, and bounded. */
const rememberedMidnights = 400;
const clocks = new Map<string, ZoneClock | undefined>();
/** All names of the IANA database fit; only a stream of invented names reaches it. */
const rememberedZones = 1000;

function clockOf(zone: string): ZoneClock | undefined {
  const key = zone.toLowerCase();
  if (!clocks.has(key)) {
    if (clocks.size >= rememberedZones) clocks.clear();
    clocks.set(key, createClock(zone));
  }
  return clocks.get(key);
}

function createClock(zone: string): ZoneClock | undefined {
  // Intl also accepts plain offsets ("+01:00"), which know nothing of summer time and are no IANA names.
  if (!/^[a-z]/i.test(zone)) return undefined;
  try {
    const formatter = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    return { formatter, offsets: new Map() };
  } catch {
    // Intl says "no such zone" in no other way than by a RangeError.
    return undefined;
  }
}

/** Whether a name is one of the IANA time zones that this runtime knows. */
export const isTimeZone = (name: string): boolean => clockOf(name) !== undefined;

/** The one name among a zone's aliases that Intl prefers; undefined for what is no zone. */
export const canonicalTimeZone = (name: string): string | undefined =>
  clockOf(name)?.formatter.resolvedOptions().timeZone;

/** Milliseconds east of UTC, straight from Intl. */
function askOffset(clock: ZoneClock, instant: Instant): number {
  const fields = clock.formatter.format(instant).match(/\d+/g)?.map(Number) ?? [];
  const [month = NaN, day = NaN, year = NaN, ...time] = fields;
  const seconds = time.reduce((sum, value) => sum * 60 + value, 0);
  const local = dayNumberOf({ year, month, day }) * millisecondsPerDay + seconds * 1000;
  return local - Math.floor(instant / 1000) * 1000;
}

function offsetAtMidnight(clock: ZoneClock, day: DayNumber): number {
  const known = clock.offsets.get(day);
  if (known !== undefined) return known;
  if (clock.offsets.size >= rememberedMidnights) clock.offsets.clear();
  const offset = askOffset(clock, day * millisecondsPerDay);
  clock.offsets.set(day, offset);
  return offset;
}

/**
 * Milliseconds that a zone's clocks are ahead of UTC; NaN when there is no such zone or instant. Between two midnights
 * (UTC) of one offset the offset is taken as unchanged: no zone changes and returns within a day.
 */
export function offsetOf(zone: string, instant: Instant): number {
  const clock = clockOf(zone);
  if (clock === undefined || !Number.isFinite(instant)) return NaN;
  const day = Math.floor(instant / millisecondsPerDay);
  const offset = offsetAtMidnight(clock, day);
  return offset === offsetAtMidnight(clock, day + 1) ? offset : askOffset(clock, instant);
}

/** The local day and time of an instant in a zone; NaN in both when there is no such zone or instant. */
export function localTimeOf(zone: string, instant: Instant): LocalTime {
  const local = instant + offsetOf(zone, instant);
  const day = Math.floor(local / millisecondsPerDay);
  return { day, minute: Math.floor((local - day * millisecondsPerDay) / millisecondsPerMinute) };
}

/**
 * The instant at which a zone's clocks show `local` (milliseconds since 1970-01-01T00:00 on their face). A time that
 * comes twice gives the later instant, a time that is skipped the one as long after the gap; NaN without such a zone.
 */
export function instantOfLocal(zone: string, local: number): Instant {
  const candidates = [local - millisecondsPerDay, local + millisecondsPerDay].map(
    (near) => local - offsetOf(zone, near),
  );
  const shown = candidates.filter((instant) => instant + offsetOf(zone, instant) === local);
  return Math.max(...(shown.length > 0 ? shown : candidates));
}

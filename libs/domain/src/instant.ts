import type { Instant } from './calling-policy/decision.ts';
import { civilDateOf, dayNumberOf } from './civil-date.ts';
import { AtlasError } from './errors.ts';

export const millisecondsPerMinute = 60_000;
export const millisecondsPerDay = 86_400_000;

/** A text is no ISO 8601 moment, or a number lies outside the years 0000 to 9999. */
export class InvalidInstantError extends AtlasError {
  override readonly name = 'InvalidInstantError';
  override readonly code = 'INVALID_INSTANT';

  constructor(message: string) {
    super(message, { retryable: false });
  }
}

const digits = (value: number, width: number): string => String(value).padStart(width, '0');

/**
 * The instant in UTC, e.g. `2026-11-21T10:00:00.000Z`.
 *
 * @throws InvalidInstantError for a year before 0000 or after 9999, and for what is no number.
 */
export function toIso(instant: Instant): string {
  const dayNumber = Math.floor(instant / millisecondsPerDay);
  const { year, month, day } = civilDateOf(dayNumber);
  if (!(year >= 0 && year <= 9999)) {
    throw new InvalidInstantError('The instant must lie in the years 0000 to 9999, in epoch milliseconds.');
  }
  const time = Math.floor(instant - dayNumber * millisecondsPerDay);
  const hours = digits(Math.floor(time / 3_600_000), 2);
  const minutes = digits(Math.floor(time / millisecondsPerMinute) % 60, 2);
  const seconds = digits(Math.floor(time / 1000) % 60, 2);
  const date = `${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}`;
  return `${date}T${hours}:${minutes}:${seconds}.${digits(time % 1000, 3)}Z`;
}

const isoPattern =
  /^(?<date>\d{4}-\d\d-\d\d)(?:T(?<hour>\d\d):(?<minute>\d\d)(?::(?<second>\d\d)(?:\.(?<fraction>\d+))?)?(?<offset>Z|[+-]\d\d:\d\d)?)?$/;

/** What an ISO 8601 text says: the clock's face read as if it were UTC, and its offset where it has one. */
export interface IsoReading {
  /** Milliseconds since 1970-01-01T00:00 on the clock that the text shows. */
  readonly local: number;
  /** Milliseconds east of UTC; undefined when the text has no offset. */
  readonly offset: number | undefined;
}

/** Reads `2026-11-21`, `2026-11-21T10:00` (seconds and fractions optional), each time with or without an offset. */
export function readIso(text: string): IsoReading | undefined {
  const groups = isoPattern.exec(text)?.groups;
  const day = readDate(groups?.['date']);
  const time = readTime(groups ?? {});
  if (day === undefined || time === undefined) return undefined;
  const offset = readOffset(groups?.['offset']);
  if (Number.isNaN(offset)) return undefined;
  return { local: day * millisecondsPerDay + time, offset };
}

function readDate(text = ''): number | undefined {
  const [year = NaN, month = NaN, day = NaN] = text.split('-').map(Number);
  const dayNumber = dayNumberOf({ year, month, day });
  const back = civilDateOf(dayNumber);
  return back.year === year && back.month === month && back.day === day ? dayNumber : undefined;
}

function readTime(groups: Readonly<Record<string, string | undefined>>): number | undefined {
  const hour = Number(groups['hour'] ?? 0);
  const minute = Number(groups['minute'] ?? 0);
  const second = Number(groups['second'] ?? 0);
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  const milliseconds = Number((groups['fraction'] ?? '').slice(0, 3).padEnd(3, '0'));
  return ((hour * 60 + minute) * 60 + second) * 1000 + milliseconds;
}

/** NaN for an offset that no clock shows. */
function readOffset(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (text === 'Z') return 0;
  const [hours = NaN, minutes = NaN] = text.slice(1).split(':').map(Number);
  if (hours > 23 || minutes > 59) return NaN;
  return (text.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * millisecondsPerMinute;
}

/** The instant of an ISO 8601 date and time with an offset; undefined for any other text. */
export function parseIso(text: string): Instant | undefined {
  const reading = readIso(text);
  return reading?.offset === undefined ? undefined : reading.local - reading.offset;
}

/**
 * The instant of a text that `instantSchema` has accepted.
 *
 * @throws InvalidInstantError for any other text.
 */
export function fromIso(text: string): Instant {
  const instant = parseIso(text);
  if (instant === undefined)
    throw new InvalidInstantError('The text must be an ISO 8601 date and time with an offset.');
  return instant;
}

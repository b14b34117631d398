import { millisecondsPerMinute, readIso } from '@atlas-engine/domain';
import type { Slot } from '@atlas-engine/lex-contracts';
import { textOf } from './reading.ts';

/** Milliseconds since 1970-01-01T00:00 on the clock's face at midnight of the day; undefined for what is no day. */
export function readDay(slot: Slot): number | undefined {
  const text = textOf(slot);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? readIso(text)?.local : undefined;
}

const hours = (value: number): number => value * 60 * millisecondsPerMinute;

/** Lex's names for parts of the day. The night, and a bare AM or PM, are no time to call at. */
const partsOfDay: ReadonlyMap<string, number> = new Map([
  ['MO', hours(10)],
  ['AF', hours(14)],
  ['EV', hours(18)],
]);

function timeOf(text: string): number | undefined {
  const match = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(text);
  if (match === null) return partsOfDay.get(text);
  return hours(Number(match[1])) + Number(match[2]) * millisecondsPerMinute;
}

/** The times that a slot may mean, in milliseconds since midnight: several for "10 o'clock", none for what is no time. */
export function readTimes(slot: Slot): readonly number[] {
  const clear = timeOf(textOf(slot));
  if (clear !== undefined) return [clear];
  return slot.value.resolvedValues.map(timeOf).filter((time) => time !== undefined);
}

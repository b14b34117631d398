import { numberOf, numberPattern } from './number-words.ts';
import { type Form, patternSlotType } from './pattern-slot-type.ts';
import { plainValue, type SlotValue } from './slot-type.ts';

const two = (value: number): string => String(value).padStart(2, '0');
const clock = (hour: number, minute: number): string => `${two(hour % 24)}:${two(minute)}`;

const isClock = (hour: number, minute: number): boolean => hour <= 23 && minute <= 59;

/** The parts of a time as they were said. */
interface Said {
  readonly hourText: string | undefined;
  readonly minute?: number;
  readonly half?: string | undefined;
}

/** A time with "am" or "pm", or one that can only be on a 24-hour clock, is clear; every other may be either half's. */
function timeOf([said]: RegExpMatchArray, { hourText = '', minute = 0, half }: Said): SlotValue | undefined {
  const hour = numberOf(hourText);
  if (!isClock(hour, minute)) return undefined;
  if (half !== undefined)
    return isOnTwelveHourClock(hour) ? plainValue(said, halved(hour, minute, half)) : undefined;
  const isClear = !isOnTwelveHourClock(hour) || hourText.startsWith('0');
  return isClear ? plainValue(said, clock(hour, minute)) : ambiguous(said, hour, minute);
}

/** Whether an hour stands on a clock of twelve hours. */
const isOnTwelveHourClock = (hour: number): boolean => hour >= 1 && hour <= 12;

const halved = (hour: number, minute: number, half: string): string =>
  clock((hour % 12) + (half.toLowerCase().startsWith('p') ? 12 : 0), minute);

const ambiguous = (originalValue: string, hour: number, minute: number): SlotValue => ({
  originalValue,
  interpretedValue: null,
  resolvedValues: [halved(hour, minute, 'am'), halved(hour, minute, 'pm')],
});

const form = (pattern: string, value: Form['value'], onlyAsked = false): Form => ({
  pattern: new RegExp(`(?<![\\w:/.+-])(?:${pattern})(?![\\w:/-])`, 'gi'),
  value,
  onlyAsked,
});
const fixed = (pattern: string, value: string): Form => form(pattern, ([said]) => plainValue(said, value));

const half = '\\s*([ap])\\.?m\\.?';

/** AMAZON.Time: `14:30`; MO, AF, EV or NI for a part of the day; null and two resolved values for "10 o'clock". */
export const timeSlotType = patternSlotType([
  form(`(\\d{1,2})[:.](\\d{2})(?:${half})?`, (match) =>
    timeOf(match, { hourText: match[1], minute: Number(match[2]), half: match[3] }),
  ),
  form(`(${numberPattern})${half}`, (match) => timeOf(match, { hourText: match[1], half: match[2] })),
  form(`(${numberPattern}) o['’]?clock`, (match) => timeOf(match, { hourText: match[1] })),
  form(`half past (${numberPattern})`, (match) => timeOf(match, { hourText: match[1], minute: 30 })),
  form(`quarter past (${numberPattern})`, (match) => timeOf(match, { hourText: match[1], minute: 15 })),
  form(`(?:at )?(${numberPattern})(?!${half})`, (match) => timeOf(match, { hourText: match[1] }), true),
  fixed('noon|midday', '12:00'),
  fixed('midnight', '00:00'),
  fixed('(?:in the )?morning', 'MO'),
  fixed('(?:in the )?afternoon', 'AF'),
  fixed('(?:in the )?evening', 'EV'),
  fixed('(?:at )?night', 'NI'),
]);

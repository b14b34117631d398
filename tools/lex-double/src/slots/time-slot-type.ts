import { englishNumbers } from './number-words.ts';
import { type Form, patternSlotType } from './pattern-slot-type.ts';
import { plainValue, type SlotValue } from './slot-type.ts';

const two = (value: number): string => String(value).padStart(2, '0');
const clock = (hour: number, minute: number): string => `${two(hour % 24)}:${two(minute)}`;

const isClock = (hour: number, minute: number): boolean => hour <= 23 && minute <= 59;

/** The parts of a time as they were said: the hour in digits, and `am` or `pm`. */
interface Said {
  readonly hourText: string | undefined;
  readonly minute?: number;
  readonly half?: string | undefined;
}

/** A time with "am" or "pm", or one that can only be on a 24-hour clock, is clear; every other may be either half's. */
export function timeOf(
  [said]: RegExpMatchArray,
  { hourText = '', minute = 0, half }: Said,
): SlotValue | undefined {
  const hour = Number(hourText);
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

export const timeForm = (pattern: string, value: Form['value'], onlyAsked = false): Form => ({
  pattern: new RegExp(`(?<![\\w:/.+-])(?:${pattern})(?![\\w:/-])`, 'gi'),
  value,
  onlyAsked,
});
export const fixedTime = (pattern: string, value: string): Form =>
  timeForm(pattern, ([said]) => plainValue(said, value));

/** An hour that was said, in digits as far as it was a word. */
const hour = (said = ''): string => (/^\d/.test(said) ? said : String(englishNumbers.numberOf(said)));

const half = '\\s*([ap])\\.?m\\.?';

/** AMAZON.Time: `14:30`; MO, AF, EV or NI for a part of the day; null and two resolved values for "10 o'clock". */
export const timeSlotType = patternSlotType([
  timeForm(`(\\d{1,2})[:.](\\d{2})(?:${half})?`, (match) =>
    timeOf(match, { hourText: match[1], minute: Number(match[2]), half: match[3] }),
  ),
  timeForm(`(${englishNumbers.pattern})${half}`, (match) =>
    timeOf(match, { hourText: hour(match[1]), half: match[2] }),
  ),
  timeForm(`(${englishNumbers.pattern}) o['’]?clock`, (match) => timeOf(match, { hourText: hour(match[1]) })),
  timeForm(`half past (${englishNumbers.pattern})`, (match) =>
    timeOf(match, { hourText: hour(match[1]), minute: 30 }),
  ),
  timeForm(`quarter past (${englishNumbers.pattern})`, (match) =>
    timeOf(match, { hourText: hour(match[1]), minute: 15 }),
  ),
  timeForm(
    `(?:at )?(${englishNumbers.pattern})(?!${half})`,
    (match) => timeOf(match, { hourText: hour(match[1]) }),
    true,
  ),
  fixedTime('noon|midday', '12:00'),
  fixedTime('midnight', '00:00'),
  fixedTime('(?:in the )?morning', 'MO'),
  fixedTime('(?:in the )?afternoon', 'AF'),
  fixedTime('(?:in the )?evening', 'EV'),
  fixedTime('(?:at )?night', 'NI'),
]);

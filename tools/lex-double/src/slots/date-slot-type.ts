import { patternSlotType } from './pattern-slot-type.ts';
import type { Form } from './pattern-slot-type.ts';
import { englishNumbers } from './number-words.ts';
import type { Circumstances } from './slot-type.ts';
import { plainValue } from './slot-type.ts';

const dayMs = 86_400_000;
const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const weekday = weekdays.join('|');
const month = months.flatMap((name) => [name, name.slice(0, 3)]).join('|');
const ordinal = '(\\d{1,2})(?:st|nd|rd|th)?';
const year = '(?:,?\\s+(\\d{4}))?';

const iso = (day: number): string => new Date(day * dayMs).toISOString().slice(0, 10);

/** Days since 1970-01-01 on the calendar of the zone. */
export function todayIn({ now, timeZone }: Circumstances): number {
  const date = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(now);
  return Date.parse(`${date}T00:00:00Z`) / dayMs;
}

export function dayOf(yearNumber: number, monthIndex: number, day: number): number | undefined {
  const time = Date.UTC(yearNumber, monthIndex, day);
  const isReal = new Date(time).getUTCMonth() === monthIndex && day > 0;
  return isReal ? time / dayMs : undefined;
}

const monthIndexOf = (name = ''): number =>
  months.findIndex((long) => long.startsWith(name.toLowerCase().slice(0, 3)));

/** A day without a year is its next one. `today` and the answer are days since 1970-01-01. */
export function nextDay(monthIndex: number, day: number, today: number): number | undefined {
  const thisYear = new Date(today * dayMs).getUTCFullYear();
  return [0, 1, 2, 3, 4, 5, 6, 7, 8]
    .map((years) => dayOf(thisYear + years, monthIndex, day))
    .find((found) => found !== undefined && found >= today);
}

/** Days until a day of the week, 0 for Sunday. */
export const daysUntil = (weekdayIndex: number, today: number, atLeast: number): number => {
  const difference = weekdayIndex - new Date(today * dayMs).getUTCDay();
  return ((difference + 7 - atLeast) % 7) + atLeast;
};

const daysAhead = (name: string, today: number, atLeast: number): number =>
  daysUntil(weekdays.indexOf(name.toLowerCase()), today, atLeast);

type Reckon = (match: RegExpMatchArray, today: number, circumstances: Circumstances) => number | undefined;

export const dateForm = (pattern: string, reckon: Reckon): Form => ({
  pattern: new RegExp(`(?<![\\w/-])(?:${pattern})(?![\\w/-])`, 'gi'),
  value: (match, circumstances) => {
    const day = reckon(match, todayIn(circumstances), circumstances);
    return day === undefined ? undefined : plainValue(match[0], iso(day));
  },
});

/** A day of a month by its name, e.g. "23", "November" and maybe "2026". */
const named = ([day, name, yearText]: readonly (string | undefined)[], today: number): number | undefined =>
  yearText === undefined
    ? nextDay(monthIndexOf(name), Number(day), today)
    : dayOf(Number(yearText), monthIndexOf(name), Number(day));

/** Month first in the United States, day first in Great Britain. */
const slashed: Reckon = ([, first, second, yearText], today, { localeId }) => {
  const [monthText, day] = localeId === 'en_US' ? [first, second] : [second, first];
  return yearText === undefined
    ? nextDay(Number(monthText) - 1, Number(day), today)
    : dayOf(Number(yearText), Number(monthText) - 1, Number(day));
};

/** AMAZON.Date: a day as `2026-11-24`, today or later where no year is said; a week is its Monday. */
export const dateSlotType = patternSlotType([
  dateForm('(\\d{4})-(\\d{2})-(\\d{2})', ([, y, m, d]) => dayOf(Number(y), Number(m) - 1, Number(d))),
  dateForm('today|tonight', (_match, today) => today),
  dateForm('tomorrow', (_match, today) => today + 1),
  dateForm('(?:the )?day after tomorrow', (_match, today) => today + 2),
  dateForm(
    `in (${englishNumbers.pattern}) days?`,
    ([, days = '0'], today) => today + englishNumbers.numberOf(days),
  ),
  dateForm('next week', (_match, today) => today + daysAhead('monday', today, 1)),
  dateForm(`(?:on |this )?(${weekday})`, ([, name = ''], today) => today + daysAhead(name, today, 0)),
  dateForm(`next (${weekday})`, ([, name = ''], today) => today + daysAhead(name, today, 1)),
  dateForm(`(?:on )?(${month})\\.? ${ordinal}${year}`, ([, m, d, y], today) => named([d, m, y], today)),
  dateForm(`(?:on )?(?:the )?${ordinal} (?:of )?(${month})${year}`, ([, d, m, y], today) =>
    named([d, m, y], today),
  ),
  dateForm('(\\d{1,2})/(\\d{1,2})(?:/(\\d{4}))?', slashed),
]);

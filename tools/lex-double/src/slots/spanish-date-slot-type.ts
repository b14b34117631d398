import { dateForm, dayOf, daysUntil, nextDay } from './date-slot-type.ts';
import { spanishNumbers } from './number-words.ts';
import { patternSlotType } from './pattern-slot-type.ts';

const weekdays = ['domingo', 'lunes', 'martes', 'mi[eé]rcoles', 'jueves', 'viernes', 's[aá]bado'];
const months = [
  ...['enero', 'febrero', 'marzo', 'abril', 'mayo', 'junio', 'julio', 'agosto', 'septiembre'],
  ...['octubre', 'noviembre', 'diciembre'],
];

/** Where a name stands in a list of patterns. */
const indexIn = (patterns: readonly string[], name = ''): number =>
  patterns.findIndex((pattern) => new RegExp(`^${pattern}$`, 'i').test(name));

const weekday = `(${weekdays.join('|')})`;

/** AMAZON.Date in Spanish: a day as `2026-11-24`, today or later where no year is said; a week is its Monday. */
export const spanishDateSlotType = patternSlotType([
  dateForm('(\\d{4})-(\\d{2})-(\\d{2})', ([, y, m, d]) => dayOf(Number(y), Number(m) - 1, Number(d))),
  dateForm('hoy|esta noche', (_match, today) => today),
  // "la mañana" is the morning.
  dateForm('(?<!\\bla )ma[ñn]ana', (_match, today) => today + 1),
  dateForm('pasado ma[ñn]ana', (_match, today) => today + 2),
  dateForm(
    `(?:en|dentro de) (${spanishNumbers.pattern}) d[ií]as?`,
    ([, days = '0'], today) => today + spanishNumbers.numberOf(days),
  ),
  dateForm(
    '(?:la )?(?:pr[oó]xima semana|semana que viene)',
    (_match, today) => today + daysUntil(1, today, 1),
  ),
  dateForm(
    `(?:(?:el|este) )?${weekday}`,
    ([, name], today) => today + daysUntil(indexIn(weekdays, name), today, 0),
  ),
  dateForm(
    `(?:el )?(?:pr[oó]ximo ${weekday}|${weekday} que viene)`,
    ([, before, after], today) => today + daysUntil(indexIn(weekdays, before ?? after), today, 1),
  ),
  dateForm(
    `(?:el )?(?:d[ií]a )?(\\d{1,2}|primero) de (${months.join('|')})(?: (?:de|del) (\\d{4}))?`,
    ([, day, month, year], today) =>
      year === undefined
        ? nextDay(indexIn(months, month), dayNumber(day), today)
        : dayOf(Number(year), indexIn(months, month), dayNumber(day)),
  ),
  dateForm('(\\d{1,2})/(\\d{1,2})(?:/(\\d{4}))?', ([, day, month, year], today) =>
    year === undefined
      ? nextDay(Number(month) - 1, Number(day), today)
      : dayOf(Number(year), Number(month) - 1, Number(day)),
  ),
]);

const dayNumber = (said = ''): number => (said.toLowerCase() === 'primero' ? 1 : Number(said));

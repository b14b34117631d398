import { cronFields, CronFieldError, cronNumber, cronSet } from './cron-field.ts';

/** Whether a day of a month is meant. `month` is 1 to 12. */
export type DayRule = (date: {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}) => boolean;

type Month = { readonly year: number; readonly month: number };

/** The number of days of a month. */
export const daysIn = ({ year, month }: Month): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** 1 (Sunday) to 7 (Saturday). */
const weekdayOf = ({ year, month }: Month, day: number): number =>
  new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 1;

/** The working day nearest to a day, within the same month. */
const nearestWorkingDay = (month: Month, day: number): number => {
  const weekday = weekdayOf(month, day);
  if (weekday === 7) return day > 1 ? day - 1 : day + 2;
  if (weekday === 1) return day < daysIn(month) ? day + 1 : day - 2;
  return day;
};

const dayOfMonthItem = (item: string): DayRule => {
  if (item === 'L') return (date) => date.day === daysIn(date);
  if (item === 'LW' || item === 'WL') return (date) => date.day === nearestWorkingDay(date, daysIn(date));
  if (item.endsWith('W')) {
    const wanted = cronNumber(cronFields.dayOfMonth, item.slice(0, -1));
    return (date) => wanted <= daysIn(date) && date.day === nearestWorkingDay(date, wanted);
  }
  const days = cronSet(cronFields.dayOfMonth, item);
  return (date) => days.has(date.day);
};

const nth = (item: string): DayRule => {
  const [name = '', place = ''] = item.split('#');
  const weekday = cronNumber(cronFields.dayOfWeek, name);
  if (!/^[1-5]$/.test(place)) throw new CronFieldError(`day-of-week: "${item}" must end in #1 to #5`);
  return (date) => weekdayOf(date, date.day) === weekday && Math.ceil(date.day / 7) === Number(place);
};

const dayOfWeekItem = (item: string): DayRule => {
  if (item.includes('#')) return nth(item);
  if (item.length > 1 && item.endsWith('L')) {
    const weekday = cronNumber(cronFields.dayOfWeek, item.slice(0, -1));
    return (date) => weekdayOf(date, date.day) === weekday && date.day + 7 > daysIn(date);
  }
  const weekdays = item === 'L' ? new Set([7]) : cronSet(cronFields.dayOfWeek, item);
  return (date) => weekdays.has(weekdayOf(date, date.day));
};

const anyOf = (text: string, item: (text: string) => DayRule): DayRule => {
  const rules = text.split(',').map(item);
  return (date) => rules.some((rule) => rule(date));
};

/**
 * The days of a cron expression. One of the two fields must be `?`, the other not.
 *
 * @throws CronFieldError when both or neither are `?`, or one can not be read.
 */
export const dayRule = (dayOfMonth: string, dayOfWeek: string): DayRule => {
  if ((dayOfMonth === '?') === (dayOfWeek === '?')) {
    throw new CronFieldError('one of day-of-month and day-of-week must be ?, the other not');
  }
  return dayOfMonth === '?' ? anyOf(dayOfWeek, dayOfWeekItem) : anyOf(dayOfMonth, dayOfMonthItem);
};

import { daysIn, dayRule, type DayRule } from './cron-days.ts';
import { cronFields, CronFieldError, cronSet } from './cron-field.ts';

/** A cron expression in UTC, ready to be asked for times. */
export interface Cron {
  readonly minutes: readonly number[];
  readonly hours: readonly number[];
  readonly months: ReadonlySet<number>;
  readonly years: ReadonlySet<number>;
  readonly isDay: DayRule;
}

const ascending = (values: ReadonlySet<number>): readonly number[] => [...values].sort((a, b) => a - b);

/**
 * Reads the six fields of EventBridge: minutes, hours, day of month, month, day of week, year.
 *
 * Knows lists, ranges, steps, names, `?`, `L`, `W`, `LW`, `6L`, `2#1`. A range that runs backwards (FRI-MON) is refused.
 *
 * @throws CronFieldError when a field can not be read.
 */
export const parseCron = (expression: string): Cron => {
  const fields = expression.trim().split(/\s+/);
  if (fields.length !== 6) throw new CronFieldError(`6 fields are needed, ${fields.length} were given`);
  const [minutes = '', hours = '', dayOfMonth = '', month = '', dayOfWeek = '', year = ''] = fields;
  return {
    minutes: ascending(cronSet(cronFields.minutes, minutes)),
    hours: ascending(cronSet(cronFields.hours, hours)),
    months: cronSet(cronFields.month, month),
    years: cronSet(cronFields.year, year),
    isDay: dayRule(dayOfMonth, dayOfWeek),
  };
};

const minute = 60_000;

/** The first time after `after` (epoch milliseconds) that the expression names; undefined when there is none up to 2199. */
export const nextCronTime = (cron: Cron, after: number): number | undefined => {
  const from = Math.floor(after / minute) * minute + minute;
  const start = new Date(from);
  for (let year = start.getUTCFullYear(); year <= cronFields.year.max; year += 1) {
    const first = year === start.getUTCFullYear() ? start.getUTCMonth() + 1 : 1;
    const found = cron.years.has(year) ? firstInYear(cron, { year, firstMonth: first }, from) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
};

const firstInYear = (
  cron: Cron,
  { year, firstMonth }: { year: number; firstMonth: number },
  from: number,
): number | undefined => {
  for (let month = firstMonth; month <= 12; month += 1) {
    const found = cron.months.has(month) ? firstInMonth(cron, { year, month }, from) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
};

const firstInMonth = (
  cron: Cron,
  month: { year: number; month: number },
  from: number,
): number | undefined => {
  for (let day = 1; day <= daysIn(month); day += 1) {
    const found = cron.isDay({ ...month, day }) ? firstInDay(cron, { ...month, day }, from) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
};

const firstInDay = (
  cron: Cron,
  { year, month, day }: { year: number; month: number; day: number },
  from: number,
): number | undefined => {
  for (const hour of cron.hours) {
    const minutes = cron.minutes.find((value) => Date.UTC(year, month - 1, day, hour, value) >= from);
    if (minutes !== undefined) return Date.UTC(year, month - 1, day, hour, minutes);
  }
  return undefined;
};

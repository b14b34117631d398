/** A field of a cron expression with its bounds and names. */
export interface CronField {
  readonly name: string;
  readonly min: number;
  readonly max: number;
  readonly names?: readonly string[];
}

const months = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const weekdays = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

/** The six fields in the order of the expression. Sunday is 1. */
export const cronFields = {
  minutes: { name: 'minutes', min: 0, max: 59 },
  hours: { name: 'hours', min: 0, max: 23 },
  dayOfMonth: { name: 'day-of-month', min: 1, max: 31 },
  month: { name: 'month', min: 1, max: 12, names: months },
  dayOfWeek: { name: 'day-of-week', min: 1, max: 7, names: weekdays },
  year: { name: 'year', min: 1970, max: 2199 },
} as const satisfies Readonly<Record<string, CronField>>;

/** A part of a cron expression that can not be read; the schedule's parser says which expression it was in. */
export class CronFieldError extends Error {
  override readonly name = 'CronFieldError';
}

/**
 * One number or name of a field.
 *
 * @throws CronFieldError when it is beyond the field's bounds.
 */
export const cronNumber = (field: CronField, text: string): number => {
  const named = field.names?.indexOf(text.toUpperCase()) ?? -1;
  const value = named >= 0 ? named + field.min : /^\d{1,4}$/.test(text) ? Number(text) : NaN;
  if (value >= field.min && value <= field.max) return value;
  throw new CronFieldError(`${field.name}: "${text}" is not within ${field.min}-${field.max}`);
};

const step = (field: CronField, text: string): number => {
  if (/^\d{1,4}$/.test(text) && Number(text) > 0) return Number(text);
  throw new CronFieldError(`${field.name}: the step "${text}" must be a number above 0`);
};

const bounds = (field: CronField, text: string, open: boolean): readonly [number, number] => {
  if (text === '*') return [field.min, field.max];
  const [first = '', last] = text.split('-', 2);
  const from = cronNumber(field, first);
  if (last === undefined) return [from, open ? field.max : from];
  const to = cronNumber(field, last);
  if (from <= to) return [from, to];
  throw new CronFieldError(`${field.name}: the range "${text}" runs backwards`);
};

/**
 * The values that one item of a list names: `5`, `*`, `1-5`, `0/15`, `10-40/10`.
 *
 * @throws CronFieldError when the item can not be read.
 */
export const cronValues = (field: CronField, item: string): readonly number[] => {
  const [range = '', every, ...rest] = item.split('/');
  if (rest.length > 0) throw new CronFieldError(`${field.name}: "${item}" has more than one step`);
  const [from, to] = bounds(field, range, every !== undefined);
  const by = every === undefined ? 1 : step(field, every);
  return Array.from({ length: Math.floor((to - from) / by) + 1 }, (_, index) => from + index * by);
};

/** All values of a field without day rules: a list of items. */
export const cronSet = (field: CronField, text: string): ReadonlySet<number> =>
  new Set(text.split(',').flatMap((item) => cronValues(field, item)));

import { AwsError } from '@atlas-engine/aws-wire';
import { CronFieldError } from './cron-field.ts';
import { nextCronTime, parseCron } from './cron.ts';

/** When a rule fires next after a time, in epoch milliseconds; undefined when never again. */
export type Schedule = (after: number) => number | undefined;

const units: Readonly<Record<string, number>> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

const refused = (expression: string, reason: string): AwsError =>
  new AwsError('ValidationException', `Parameter ScheduleExpression is not valid: ${expression}: ${reason}`);

const parseRate = (expression: string, inner: string): Schedule => {
  const [, count = '', unit = '', plural = ''] = /^([1-9]\d*) (minute|hour|day)(s?)$/.exec(inner) ?? [];
  const length = units[unit];
  if (length === undefined) throw refused(expression, 'rate takes a number and minute(s), hour(s) or day(s)');
  if ((count === '1') !== (plural === '')) {
    throw refused(expression, 'the unit is singular for 1 and plural for more');
  }
  return (after) => after + Number(count) * length;
};

/**
 * Reads `rate(5 minutes)` or `cron(0 9 * * ? *)`, in UTC.
 *
 * @throws AwsError ValidationException when it is neither, or never comes true.
 */
export const parseSchedule = (expression: string): Schedule => {
  const [, kind, inner = ''] = /^(rate|cron)\((.*)\)$/.exec(expression) ?? [];
  if (kind === 'rate') return parseRate(expression, inner);
  if (kind !== 'cron') throw refused(expression, 'it must be rate(…) or cron(…)');
  try {
    const cron = parseCron(inner);
    return (after) => nextCronTime(cron, after);
  } catch (error) {
    if (error instanceof CronFieldError) throw refused(expression, error.message);
    throw error;
  }
};

import * as z from 'zod';
import type { Instant } from './calling-policy/decision.ts';
import { isTimeZone, localTimeOf } from './zone-clock.ts';

/** In the order of the calendar, as Amazon Connect names them. */
export const weekdays = [
  ...(['SUNDAY', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY'] as const),
] as const;

const clockTime = z
  .string()
  .regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'must be a time such as 09:00, at most 24:00');

/** When people answer, on the clocks of one zone: from `opens` until before `closes`, on the days named. */
export const businessHoursSchema = z.lazy(() =>
  z.strictObject({
    timeZone: z.string().refine(isTimeZone, 'must be an IANA time zone'),
    days: z.array(z.enum(weekdays)).min(1),
    opens: clockTime,
    closes: clockTime,
  }),
);
export type BusinessHours = z.infer<typeof businessHoursSchema>;

const minuteOf = (time: string): number => {
  const [hours = NaN, minutes = NaN] = time.split(':').map(Number);
  return hours * 60 + minutes;
};

/** 1970-01-01 was a Thursday. */
const weekdayOf = (day: number) => weekdays[(((day + 4) % 7) + 7) % 7];

/** Whether people answer at an instant. Holidays are not known. */
export function isWithinBusinessHours(
  { timeZone, days, opens, closes }: BusinessHours,
  at: Instant,
): boolean {
  const { day, minute } = localTimeOf(timeZone, at);
  const weekday = weekdayOf(day);
  return (
    weekday !== undefined && days.includes(weekday) && minute >= minuteOf(opens) && minute < minuteOf(closes)
  );
}

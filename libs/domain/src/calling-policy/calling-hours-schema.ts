import * as z from 'zod';
import { settings, shown } from './settings.ts';
import { minuteOfDay } from './time-of-day.ts';

/** Quarter hours: all zones are whole quarters away from UTC, so windows open and close on the grid of the search. */
const quarterHour = /^(([01]\d|2[0-3]):(00|15|30|45)|24:00)$/;

const timeOfDay = z
  .string({ error: ({ input }) => `${shown(input)} must be a text such as "09:00"` })
  .regex(quarterHour, {
    abort: true,
    error: ({ input }) =>
      `${shown(input)} must be a quarter of an hour from "00:00" to "24:00", e.g. "09:15"`,
  });

const openingExample = '{"from":"09:00","to":"20:00"}, or null for a day without calls';

const openingSchema = settings({ from: timeOfDay, to: timeOfDay }, openingExample)
  .refine(({ from, to }) => minuteOfDay(from) < minuteOfDay(to), {
    error: ({ input }) => `${shown(input)} must have "from" before "to"; hours do not reach over midnight`,
  })
  .nullable();

const opening = (from: string, to: string) => openingSchema.default({ from, to });

/** Local opening hours of each weekday, `from` included, `to` not; null for a day without calls. */
export const callingHoursSchema = settings({
  monday: opening('09:00', '20:00'),
  tuesday: opening('09:00', '20:00'),
  wednesday: opening('09:00', '20:00'),
  thursday: opening('09:00', '20:00'),
  friday: opening('09:00', '20:00'),
  saturday: opening('10:00', '18:00'),
  sunday: openingSchema.default(null),
});

import * as z from 'zod';
import { readIso } from '../instant.ts';
import { canonicalTimeZone } from '../zone-clock.ts';
import { zonesOfCountry } from './country-zones.ts';
import { shown } from './settings.ts';

/** A leap year, so that a yearly 29 February is a date. */
const someLeapYear = '2024';

const isHoliday = (value: string): boolean =>
  /^\d\d-\d\d$/.test(value) ? isDate(`${someLeapYear}-${value}`) : isDate(value);

const isDate = (value: string): boolean => /^\d{4}-\d\d-\d\d$/.test(value) && readIso(value) !== undefined;

const isPlace = (key: string): boolean =>
  key === '*' ||
  (/^[A-Z]{2}$/.test(key) ? zonesOfCountry(key).size > 0 : canonicalTimeZone(key) !== undefined);

const place = z.string().refine(isPlace, {
  error: ({ input }) =>
    `${shown(input)} must be "*", an ISO 3166 country such as "US", or an IANA zone such as "Europe/London"`,
});

const day = z
  .string({ error: ({ input }) => `${shown(input)} must be a text such as "2026-12-25"` })
  .refine(isHoliday, {
    error: ({ input }) => `${shown(input)} must be a date such as "2026-12-25", or "12-25" for every year`,
  });

const days = z
  .array(day, { error: ({ input }) => `${shown(input)} must be a list of dates such as ["12-25"]` })
  .max(400, { error: 'must be at most 400 dates' });

/**
 * Days without calls, by place: `*` for everywhere, a country (ISO 3166 alpha-2: in all of its zones), or one IANA zone.
 * A day is `YYYY-MM-DD`, or `MM-DD` for every year.
 */
export const holidaysSchema = z.record(place, days, {
  error: (issue) =>
    issue.code === 'invalid_key' ? issue.issues[0]?.message : `${shown(issue.input)} must be an object`,
});
export type Holidays = z.infer<typeof holidaysSchema>;

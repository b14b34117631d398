import { civilDateOf, weekdayOf, type DayNumber } from '../civil-date.ts';
import { canonicalTimeZone, type LocalTime } from '../zone-clock.ts';
import { zonesOfCountry } from './country-zones.ts';
import type { Holidays } from './holidays-schema.ts';
import type { CallingPolicy } from './policy.ts';
import { minuteOfDay, weekdays } from './time-of-day.ts';

/** Whether a moment on a zone's clocks lies in the calling hours there. */
export type CallingHoursCheck = (time: LocalTime) => boolean;

/** The calling hours of a policy as they hold in one zone, its holidays included. */
export function callingHoursIn(zone: string, policy: CallingPolicy): CallingHoursCheck {
  const openings = weekdays.map((weekday) => {
    const hours = policy.callingHours[weekday];
    return hours === null ? undefined : { from: minuteOfDay(hours.from), to: minuteOfDay(hours.to) };
  });
  const holidays = holidaysIn(zone, policy.holidays);
  return ({ day, minute }) => {
    const opening = openings[weekdayOf(day)];
    return (
      opening !== undefined && opening.from <= minute && minute < opening.to && !isHoliday(day, holidays)
    );
  };
}

function holidaysIn(zone: string, holidays: Holidays): ReadonlySet<string> {
  const canonical = canonicalTimeZone(zone);
  if (canonical === undefined) return new Set();
  const applies = (place: string): boolean =>
    place === '*' ||
    (place.length === 2 ? zonesOfCountry(place).has(canonical) : canonicalTimeZone(place) === canonical);
  return new Set(Object.entries(holidays).flatMap(([place, days]) => (applies(place) ? days : [])));
}

function isHoliday(dayNumber: DayNumber, holidays: ReadonlySet<string>): boolean {
  if (holidays.size === 0) return false;
  const { year, month, day } = civilDateOf(dayNumber);
  const monthAndDay = `${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return holidays.has(monthAndDay) || holidays.has(`${String(year).padStart(4, '0')}-${monthAndDay}`);
}

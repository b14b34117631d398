/** A day of the proleptic Gregorian calendar as the number of days since 1970-01-01. */
export type DayNumber = number;

export interface CivilDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
}

const daysIn400Years = 146_097;
const daysFromMarch0000 = 719_468;

/** The day number of a date. Years are counted from March, so that the leap day is the last of its year. */
export function dayNumberOf({ year, month, day }: CivilDate): DayNumber {
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * daysIn400Years + dayOfEra - daysFromMarch0000;
}

/** The date of a day number. */
export function civilDateOf(dayNumber: DayNumber): CivilDate {
  const days = dayNumber + daysFromMarch0000;
  const era = Math.floor(days / daysIn400Years);
  const dayOfEra = days - era * daysIn400Years;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth + (marchMonth < 10 ? 3 : -9);
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  };
}

/** 0 is Sunday, 6 Saturday. */
export const weekdayOf = (dayNumber: DayNumber): number => (((dayNumber + 4) % 7) + 7) % 7;

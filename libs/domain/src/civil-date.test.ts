import fc from 'fast-check';
import { civilDateOf, dayNumberOf, weekdayOf } from './civil-date.ts';

/** Every day from the year -5000 to 9999. */
const dayNumbers = fc.integer({ min: -2_545_725, max: 2_932_896 });

describe('a civil date', () => {
  it('agrees with the platform on every day', () => {
    fc.assert(
      fc.property(dayNumbers, (dayNumber) => {
        const date = new Date(dayNumber * 86_400_000);
        const expected = {
          year: date.getUTCFullYear(),
          month: date.getUTCMonth() + 1,
          day: date.getUTCDate(),
        };
        expect(civilDateOf(dayNumber)).toEqual(expected);
        expect(dayNumberOf(expected)).toBe(dayNumber);
        expect(weekdayOf(dayNumber)).toBe(date.getUTCDay());
      }),
      { numRuns: 2000 },
    );
  });
});

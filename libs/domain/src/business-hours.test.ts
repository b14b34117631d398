import { type BusinessHours, businessHoursSchema, isWithinBusinessHours } from './business-hours.ts';
import { fromIso } from './instant.ts';

const hours: BusinessHours = {
  timeZone: 'Europe/London',
  days: ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'],
  opens: '09:00',
  closes: '17:30',
};

describe('business hours', () => {
  it.each([
    ['2026-11-23T09:00:00Z', true],
    ['2026-11-23T17:29:59Z', true],
    ['2026-11-23T17:30:00Z', false],
    ['2026-11-23T08:59:59Z', false],
    ['2026-11-21T12:00:00Z', false],
    // Summer time: half past eight by UTC is half past nine in London.
    ['2026-07-06T08:30:00Z', true],
    ['2026-07-06T16:30:00Z', false],
  ])('at %s: %s', (at, open) => {
    expect(isWithinBusinessHours(hours, fromIso(at))).toBe(open);
  });

  it('may last the whole day', () => {
    const always = { ...hours, days: ['SATURDAY' as const], opens: '00:00', closes: '24:00' };
    expect(isWithinBusinessHours(always, fromIso('2026-11-21T23:59:59Z'))).toBe(true);
    expect(isWithinBusinessHours(always, fromIso('2026-11-22T00:00:00Z'))).toBe(false);
  });

  it.each([
    [{ timeZone: 'Europe/Atlantis' }, 'timeZone'],
    [{ days: ['SOMEDAY'] }, 'days.0'],
    [{ days: [] }, 'days'],
    [{ opens: '9:00' }, 'opens'],
    [{ closes: '24:30' }, 'closes'],
  ])('names what is wrong: %#', (change, field) => {
    const { error } = businessHoursSchema.safeParse({ ...hours, ...change });
    expect(error?.issues.map(({ path }) => path.join('.'))).toEqual([field]);
  });
});

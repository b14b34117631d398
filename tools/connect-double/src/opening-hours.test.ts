import { isOpenAt } from './opening-hours.ts';

const hours = {
  instanceId: 'i',
  id: 'h',
  timeZone: 'America/New_York',
  times: [
    { day: 'MONDAY', from: 9 * 60, to: 17 * 60 + 30 },
    { day: 'SATURDAY', from: 0, to: 0 },
  ],
} as const;

describe('isOpenAt', () => {
  it.each([
    ['2026-11-23T14:00:00Z', true],
    ['2026-11-23T13:59:59Z', false],
    ['2026-11-23T22:29:59Z', true],
    ['2026-11-23T22:30:00Z', false],
    ['2026-11-24T15:00:00Z', false],
    // All of Saturday in New York, which is still Saturday there when it is Sunday in UTC.
    ['2026-11-29T04:59:00Z', true],
    ['2026-11-29T05:00:00Z', false],
    // In summer the clocks are an hour ahead.
    ['2026-07-06T13:00:00Z', true],
  ])('at %s is %s', (at, open) => {
    expect(isOpenAt(hours, Date.parse(at))).toBe(open);
  });
});

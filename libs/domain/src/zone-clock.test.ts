import fc from 'fast-check';
import { zoneAndNow } from './calling-policy/fixtures/arbitraries.ts';
import { wallClock } from './calling-policy/fixtures/oracle.ts';
import { civilDateOf } from './civil-date.ts';
import { fromIso, toIso } from './instant.ts';
import { canonicalTimeZone, instantOfLocal, isTimeZone, localTimeOf, offsetOf } from './zone-clock.ts';

const two = (value: number): string => String(value).padStart(2, '0');

describe('the clocks of the time zones', () => {
  it('show what the platform shows, in every zone and around every change', () => {
    fc.assert(
      fc.property(zoneAndNow, ({ zone, now }) => {
        const { day, minute } = localTimeOf(zone, now);
        const date = civilDateOf(day);
        const clock = wallClock(zone, now);
        expect(`${String(date.year)}-${two(date.month)}-${two(date.day)}`).toBe(clock.date);
        expect(`${two(Math.floor(minute / 60))}:${two(minute % 60)}`).toBe(clock.time);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['Asia/Kathmandu', '2026-01-01T00:00:00Z', 345],
    ['Australia/Lord_Howe', '2026-01-01T00:00:00Z', 660],
    ['Australia/Lord_Howe', '2026-07-01T00:00:00Z', 630],
    ['Pacific/Apia', '2011-12-30T09:59:59Z', -600],
    ['Pacific/Apia', '2011-12-30T10:00:00Z', 840],
    ['America/New_York', '2026-03-08T06:59:59Z', -300],
    ['America/New_York', '2026-03-08T07:00:00Z', -240],
    ['UTC', '2026-03-08T07:00:00Z', 0],
  ])('are in %s at %s %d minutes ahead of UTC', (zone, at, minutes) => {
    expect(offsetOf(zone, fromIso(at))).toBe(minutes * 60_000);
  });

  it('know zones by name only', () => {
    expect(Intl.supportedValuesOf('timeZone').every(isTimeZone)).toBe(true);
    expect(isTimeZone('america/new_york')).toBe(true);
    for (const name of ['', '+01:00', '-0500', 'Nowhere', 'America/New_York ', 'Local', '=1+1']) {
      expect(isTimeZone(name)).toBe(false);
    }
    expect(canonicalTimeZone('US/Eastern')).toBe('America/New_York');
    expect(canonicalTimeZone('Nowhere')).toBeUndefined();
  });

  it('show nothing where there is no zone or no instant', () => {
    expect(offsetOf('Nowhere', 0)).toBeNaN();
    expect(offsetOf('UTC', NaN)).toBeNaN();
    expect(localTimeOf('Nowhere', 0).day).toBeNaN();
    expect(instantOfLocal('Nowhere', 0)).toBeNaN();
  });

  it('survive a stream of invented names and of far moments', () => {
    for (let index = 0; index < 1100; index += 1) isTimeZone(`Nowhere/${String(index)}`);
    for (let day = 0; day < 500; day += 1) offsetOf('Europe/London', day * 86_400_000);
    expect(offsetOf('Europe/London', fromIso('2026-07-01T12:00:00Z'))).toBe(3_600_000);
  });
});

describe('instantOfLocal', () => {
  const at = (zone: string, local: string): string => toIso(instantOfLocal(zone, fromIso(`${local}Z`)));

  it('finds the instant at which a clock shows a time', () => {
    expect(at('America/New_York', '2026-11-20T10:00:00')).toBe('2026-11-20T15:00:00.000Z');
    expect(at('Pacific/Kiritimati', '2026-11-20T10:00:00')).toBe('2026-11-19T20:00:00.000Z');
  });

  it('takes the later of two', () => {
    expect(at('America/New_York', '2026-11-01T01:30:00')).toBe('2026-11-01T06:30:00.000Z');
    expect(at('Australia/Lord_Howe', '2026-04-05T01:45:00')).toBe('2026-04-04T15:15:00.000Z');
  });

  it('goes on after a gap', () => {
    expect(at('America/New_York', '2026-03-08T02:30:00')).toBe('2026-03-08T07:30:00.000Z');
    expect(at('Pacific/Apia', '2011-12-30T12:00:00')).toBe('2011-12-30T22:00:00.000Z');
  });

  it('is undone by the clock wherever the time is shown', () => {
    fc.assert(
      fc.property(zoneAndNow, ({ zone, now }) => {
        const local = now + offsetOf(zone, now);
        const instant = instantOfLocal(zone, local);
        expect(instant + offsetOf(zone, instant)).toBe(local);
        expect(instant).toBeGreaterThanOrEqual(now);
      }),
      { numRuns: 1000 },
    );
  });
});

import fc from 'fast-check';
import { fromIso, InvalidInstantError, parseIso, readIso, toIso } from './instant.ts';
import { instantSchema } from './text.ts';

const instants = fc.integer({ min: Date.UTC(0, 0, 1), max: Date.UTC(9999, 11, 31, 23, 59, 59, 999) });

const twoDigits = (max: number) => fc.nat(max).map((value) => String(value).padStart(2, '0'));

/** All forms that `instantSchema` accepts, and some that it does not. */
const isoTexts = fc
  .record({
    date: fc.tuple(fc.nat(2100), twoDigits(13), twoDigits(32)),
    time: fc.tuple(twoDigits(25), twoDigits(61), twoDigits(61)),
    fraction: fc.option(fc.stringMatching(/^\d{1,7}$/), { nil: undefined }),
    offset: fc.oneof(fc.constant('Z'), fc.tuple(fc.constantFrom('+', '-'), twoDigits(24), twoDigits(60))),
  })
  .map(({ date: [year, month, day], time, fraction, offset }) => {
    const zone = offset === 'Z' ? 'Z' : `${offset[0]}${offset[1]}:${offset[2]}`;
    const dot = fraction === undefined ? '' : `.${fraction}`;
    return `${String(year).padStart(4, '0')}-${month}-${day}T${time.join(':')}${dot}${zone}`;
  });

describe('an instant', () => {
  it('is written as the platform writes it, and read back', () => {
    fc.assert(
      fc.property(instants, (instant) => {
        expect(toIso(instant)).toBe(new Date(instant).toISOString());
        expect(fromIso(toIso(instant))).toBe(instant);
      }),
      { numRuns: 1000 },
    );
  });

  it('is read from every text that the contracts accept, as the platform reads it', () => {
    fc.assert(
      fc.property(isoTexts, (text) => {
        if (instantSchema.safeParse(text).success) expect(parseIso(text)).toBe(Date.parse(text));
        else expect(parseIso(text)).toBeUndefined();
      }),
      { numRuns: 5000 },
    );
  });

  it.each([
    '',
    '2026-11-21',
    '2026-11-21T10:00:00',
    '2026-02-29T10:00:00Z',
    '2026-11-21T24:00:00Z',
    '2026-11-21T10:00:00+24:00',
    '2026-11-21 10:00:00Z',
    ' 2026-11-21T10:00:00Z',
    '-000001-01-01T00:00:00Z',
    'yesterday',
  ])('is not read from "%s"', (text) => {
    expect(parseIso(text)).toBeUndefined();
    expect(() => fromIso(text)).toThrow(InvalidInstantError);
  });

  it.each([NaN, Infinity, Date.UTC(10_000, 0, 1), Date.UTC(0, 0, 1) - 62_167_219_200_001])(
    'is not written for %p',
    (instant) => {
      expect(() => toIso(instant)).toThrow('years 0000 to 9999');
    },
  );

  it('drops fractions of a millisecond', () => {
    expect(toIso(1.9)).toBe('1970-01-01T00:00:00.001Z');
    expect(toIso(-0.5)).toBe('1969-12-31T23:59:59.999Z');
  });
});

describe('readIso', () => {
  it('reads dates and local times, which have no offset', () => {
    expect(readIso('2026-11-21')).toEqual({ local: Date.UTC(2026, 10, 21), offset: undefined });
    expect(readIso('2026-11-21T10:30')).toEqual({ local: Date.UTC(2026, 10, 21, 10, 30), offset: undefined });
    expect(readIso('2026-11-21T10:30-05:30')).toEqual({
      local: Date.UTC(2026, 10, 21, 10, 30),
      offset: -19_800_000,
    });
  });
});

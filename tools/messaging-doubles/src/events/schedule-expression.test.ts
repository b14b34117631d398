import * as fc from 'fast-check';
import { refusalOf } from '../testing/refusal.ts';
import { parseSchedule } from './schedule-expression.ts';

const at = (text: string): number => Date.parse(`${text}Z`);
const next = (expression: string, after: string, count = 1): string[] => {
  const schedule = parseSchedule(expression);
  const found: string[] = [];
  for (let time = schedule(at(after)); time !== undefined && found.length < count; time = schedule(time)) {
    found.push(new Date(time).toISOString().slice(0, 16));
  }
  return found;
};

describe('a schedule expression', () => {
  it.each([
    ['rate(1 minute)', '2026-01-01T00:00:30', ['2026-01-01T00:01', '2026-01-01T00:02']],
    ['rate(5 minutes)', '2026-01-01T00:00', ['2026-01-01T00:05', '2026-01-01T00:10']],
    ['rate(1 hour)', '2026-01-01T00:00', ['2026-01-01T01:00']],
    ['rate(7 days)', '2026-01-01T00:00', ['2026-01-08T00:00']],
    ['cron(0 10 * * ? *)', '2026-01-01T10:00', ['2026-01-02T10:00', '2026-01-03T10:00']],
    ['cron(15 12 * * ? *)', '2026-01-01T12:14:59', ['2026-01-01T12:15']],
    ['cron(0 18 ? * MON-FRI *)', '2026-01-02T18:00', ['2026-01-05T18:00']],
    ['cron(0 8 1 * ? *)', '2026-01-01T08:00', ['2026-02-01T08:00']],
    [
      'cron(0/15 * * * ? *)',
      '2026-01-01T00:01',
      ['2026-01-01T00:15', '2026-01-01T00:30', '2026-01-01T00:45', '2026-01-01T01:00'],
    ],
    ['cron(0/10 * ? * mon-fri *)', '2026-01-02T23:55', ['2026-01-05T00:00']],
    ['cron(0/30 20-2 * * ? *)', '', []],
    ['cron(0 9 L * ? *)', '2026-02-01T00:00', ['2026-02-28T09:00', '2026-03-31T09:00']],
    ['cron(0 9 LW * ? *)', '2026-02-01T00:00', ['2026-02-27T09:00', '2026-03-31T09:00']],
    ['cron(0 9 15W * ? *)', '2026-02-01T00:00', ['2026-02-16T09:00', '2026-03-16T09:00', '2026-04-15T09:00']],
    ['cron(0 9 1W 8 ? *)', '2026-01-01T00:00', ['2026-08-03T09:00']],
    ['cron(0 9 31W * ? *)', '2026-01-01T00:00', ['2026-01-30T09:00', '2026-03-31T09:00']],
    ['cron(0 9 ? * 6L *)', '2026-01-01T00:00', ['2026-01-30T09:00', '2026-02-27T09:00']],
    ['cron(0 9 ? * L *)', '2026-01-01T00:00', ['2026-01-03T09:00']],
    ['cron(0 9 ? * TUE#2 *)', '2026-01-01T00:00', ['2026-01-13T09:00', '2026-02-10T09:00']],
    ['cron(0 0 29 2 ? *)', '2026-01-01T00:00', ['2028-02-29T00:00', '2032-02-29T00:00']],
    [
      'cron(0 0 1 JAN,JUL ? 2026-2027)',
      '2026-01-01T00:00',
      ['2026-07-01T00:00', '2027-01-01T00:00', '2027-07-01T00:00'],
    ],
    [
      'cron(10-40/15 6,7 * * ? *)',
      '2026-01-01T00:00',
      ['2026-01-01T06:10', '2026-01-01T06:25', '2026-01-01T06:40', '2026-01-01T07:10'],
    ],
  ])('%s after %s', (expression, after, expected) => {
    if (expected.length === 0) expect(() => parseSchedule(expression)).toThrow('runs backwards');
    else expect(next(expression, after, expected.length)).toEqual(expected);
  });

  it('ends when its years are over', () => {
    expect(next('cron(0 0 1 1 ? 2026)', '2026-01-01T00:00')).toEqual([]);
    expect(next('cron(0 0 30 2 ? *)', '2026-01-01T00:00')).toEqual([]);
  });

  it.each([
    'rate(0 minutes)',
    'rate(1 minutes)',
    'rate(5 minute)',
    'rate(5 weeks)',
    'rate(1.5 hours)',
    'at(2026-01-01T00:00:00)',
    'cron(0 10 * * ?)',
    'cron(0 10 * * * *)',
    'cron(0 10 ? * ? *)',
    'cron(60 10 * * ? *)',
    'cron(0 24 * * ? *)',
    'cron(0 10 32 * ? *)',
    'cron(0 10 * 13 ? *)',
    'cron(0 10 * MAI ? *)',
    'cron(0 10 ? * 8 *)',
    'cron(0 10 ? * MON#6 *)',
    'cron(0 10 * * ? 1969)',
    'cron(0/0 10 * * ? *)',
    'cron(0/5/5 10 * * ? *)',
    'cron( )',
    '5 minutes',
  ])('is refused: %s', (expression) => {
    expect(refusalOf(() => parseSchedule(expression))).toBe('ValidationException');
  });

  it('names the first minute that all of its fields allow', () => {
    const some = (min: number, max: number) =>
      fc.uniqueArray(fc.integer({ min, max }), { minLength: 1, maxLength: 4 });
    const start = fc.integer({ min: at('2026-01-01T00:00'), max: at('2030-01-01T00:00') });
    fc.assert(
      fc.property(some(0, 59), some(0, 23), some(1, 7), start, (minutes, hours, weekdays, after) => {
        const allows = (time: Date): boolean =>
          minutes.includes(time.getUTCMinutes()) &&
          hours.includes(time.getUTCHours()) &&
          weekdays.includes(time.getUTCDay() + 1);
        let expected = Math.floor(after / 60_000) * 60_000 + 60_000;
        while (!allows(new Date(expected))) expected += 60_000;
        const expression = `cron(${minutes.join(',')} ${hours.join(',')} ? * ${weekdays.join(',')} *)`;
        expect(parseSchedule(expression)(after)).toBe(expected);
      }),
    );
  });

  it('leaves no day of a month out and names none twice', () => {
    const days = fc.uniqueArray(fc.integer({ min: 1, max: 28 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(
        days,
        fc.integer({ min: 2000, max: 2100 }),
        fc.integer({ min: 1, max: 12 }),
        (chosen, year, month) => {
          const schedule = parseSchedule(`cron(0 0 ${chosen.join(',')} ${month} ? ${year})`);
          const found: number[] = [];
          for (let time = schedule(0); time !== undefined; time = schedule(time))
            found.push(new Date(time).getUTCDate());
          expect(found).toEqual([...chosen].sort((a, b) => a - b));
        },
      ),
    );
  });
});

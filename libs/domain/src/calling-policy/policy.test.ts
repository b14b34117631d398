import { callingPolicySchema, defaultCallingPolicy, parseCallingPolicy } from './policy.ts';

const problemsOf = (value: unknown): readonly string[] => {
  const parsed = parseCallingPolicy(value);
  return parsed.ok ? [] : parsed.problems;
};

describe('the calling policy as configuration', () => {
  it('has a default for everything', () => {
    expect(parseCallingPolicy({})).toEqual({ ok: true, policy: defaultCallingPolicy });
    expect(defaultCallingPolicy).toEqual({
      callingHours: {
        monday: { from: '09:00', to: '20:00' },
        tuesday: { from: '09:00', to: '20:00' },
        wednesday: { from: '09:00', to: '20:00' },
        thursday: { from: '09:00', to: '20:00' },
        friday: { from: '09:00', to: '20:00' },
        saturday: { from: '10:00', to: '18:00' },
        sunday: null,
      },
      holidays: {},
      maxAttemptsPerNumberPerDay: 2,
      maxAttemptsPerNumberPerWeek: 5,
      maxAttemptsPerRequest: 4,
      spacingMinutes: {
        NO_ANSWER: 180,
        BUSY: 20,
        VOICEMAIL: 1440,
        UNCONFIRMED: 240,
        FAILED: 60,
        INVALID_NUMBER: 1440,
        ANSWERED: 1440,
      },
      consentMaxAgeDays: 365,
      horizonDays: 14,
    });
  });

  it('keeps what is given beside the defaults', () => {
    const policy = callingPolicySchema.parse({
      callingHours: { sunday: { from: '12:15', to: '24:00' } },
      holidays: { '*': ['01-01', '02-29'], US: ['2026-11-26'], 'Europe/London': [] },
      spacingMinutes: { BUSY: 5 },
    });
    expect(policy.callingHours.sunday).toEqual({ from: '12:15', to: '24:00' });
    expect(policy.callingHours.monday).toEqual({ from: '09:00', to: '20:00' });
    expect(policy.spacingMinutes).toMatchObject({ BUSY: 5, NO_ANSWER: 180 });
  });

  it.each([
    [5, '5 must be an object'],
    [
      { quietHours: 1 },
      'has the unknown key "quietHours"; allowed are callingHours, holidays, maxAttemptsPer',
    ],
    [{ horizonDays: 0 }, 'horizonDays: 0 must be a whole number from 1 to 60'],
    [{ consentMaxAgeDays: 1.5 }, 'consentMaxAgeDays: 1.5 must be a whole number from 1 to 3650'],
    [{ maxAttemptsPerRequest: '4' }, 'maxAttemptsPerRequest: "4" must be a whole number from 1 to 50'],
    [{ spacingMinutes: { BUSY: -1 } }, 'spacingMinutes.BUSY: -1 must be a whole number from 0 to 43200'],
    [
      { spacingMinutes: { REFUSED: 1 } },
      'spacingMinutes: has the unknown key "REFUSED"; allowed are NO_ANSWER',
    ],
    [
      { callingHours: { monday: { from: '09:10', to: '20:00' } } },
      'callingHours.monday.from: "09:10" must be a quarter of an hour from "00:00" to "24:00"',
    ],
    [
      { callingHours: { monday: { from: '20:00', to: '09:00' } } },
      'callingHours.monday: {"from":"20:00","to":"09:00"} must have "from" before "to"',
    ],
    [
      { callingHours: { monday: { to: '10:00' } } },
      'callingHours.monday.from: nothing must be a text such as "09:00"',
    ],
    [
      { callingHours: { monday: 'closed' } },
      'callingHours.monday: "closed" must be {"from":"09:00","to":"20:00"}, or null',
    ],
    [{ holidays: [] }, 'holidays: [] must be an object'],
    [{ holidays: { XX: [] } }, 'holidays.XX: "XX" must be "*", an ISO 3166 country such as "US"'],
    [{ holidays: { US: ['2026-02-29'] } }, 'holidays.US.0: "2026-02-29" must be a date such as "2026-12-25"'],
    [{ holidays: { US: ['13-01'] } }, 'holidays.US.0: "13-01" must be a date'],
    [{ holidays: { US: [1] } }, 'holidays.US.0: 1 must be a text such as "2026-12-25"'],
    [{ holidays: { US: {} } }, 'holidays.US: {} must be a list of dates'],
  ])('refuses %j by key, value and what is allowed', (value, problem) => {
    expect(problemsOf(value)).toEqual([expect.stringContaining(problem)]);
  });
});

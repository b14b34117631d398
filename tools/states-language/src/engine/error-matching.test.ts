import { matches } from './error-matching.ts';

describe('ErrorEquals', () => {
  it.each([
    [['Oops'], 'Oops', true],
    [['Oops'], 'Other', false],
    [['States.ALL'], 'Oops', true],
    [['States.ALL'], 'States.Timeout', true],
    [['States.ALL'], 'States.QueryEvaluationError', true],
    [['States.ALL'], 'States.Runtime', false],
    [['States.Runtime'], 'States.Runtime', false],
    [['States.ALL'], 'States.DataLimitExceeded', false],
    [['States.DataLimitExceeded'], 'States.DataLimitExceeded', true],
    [['States.TaskFailed'], 'Oops', true],
    [['States.TaskFailed'], 'States.Timeout', false],
    [['States.TaskFailed'], 'States.DataLimitExceeded', false],
  ])('%j and %s: %s', (errorEquals, error, expected) => {
    expect(matches(errorEquals, { error })).toBe(expected);
  });

  it('means a missed heartbeat by either name, and no other time-out by the heartbeat', () => {
    const missed = { error: 'States.Timeout', alsoKnownAs: ['States.HeartbeatTimeout'] };
    expect(matches(['States.HeartbeatTimeout'], missed)).toBe(true);
    expect(matches(['States.Timeout'], missed)).toBe(true);
    expect(matches(['States.HeartbeatTimeout'], { error: 'States.Timeout' })).toBe(false);
  });

  it('means a failure without a name only by a wildcard', () => {
    expect(matches(['States.ALL'], {})).toBe(true);
    expect(matches(['Oops'], {})).toBe(false);
  });
});

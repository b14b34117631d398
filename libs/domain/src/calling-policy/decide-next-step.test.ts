import fc from 'fast-check';
import { dispositions } from '../dispositions.ts';
import { outcomeKinds } from '../call.ts';
import { fromIso } from '../instant.ts';
import { reasons, type Reason } from '../reasons.ts';
import { decideNextStep, type CallEnding } from './decide-next-step.ts';
import { decideWhetherToDial } from './decide-whether-to-dial.ts';
import { decisions } from './fixtures/arbitraries.ts';
import { attempt, friday, historyOf, newYork } from './fixtures/questions.ts';
import { defaultCallingPolicy } from './policy.ts';

const after = (
  ending: CallEnding,
  given = historyOf(attempt('2026-11-20T10:00:00-05:00', ending.outcome, 'request-1')),
) =>
  decideNextStep({ ending, question: newYork(), history: given, now: friday, policy: defaultCallingPolicy });

describe('decideNextStep', () => {
  it('repeats a postponed placement when it was to wait until', () => {
    const waitUntil = fromIso('2026-11-21T10:00:00-05:00');
    expect(after({ outcome: 'POSTPONED', waitUntil, reason: 'OUTSIDE_CALLING_HOURS' })).toEqual({
      action: 'RETRY',
      at: '2026-11-21T15:00:00.000Z',
      reason: 'OUTSIDE_CALLING_HOURS',
    });
  });

  it('asks the policy for a postponed placement without a time', () => {
    expect(after({ outcome: 'POSTPONED' })).toEqual({ action: 'RETRY', at: '2026-11-20T15:07:00.000Z' });
  });

  it.each([
    [{ outcome: 'NO_ANSWER' }, '2026-11-20T18:00:00.000Z'],
    [{ outcome: 'BUSY' }, '2026-11-20T15:30:00.000Z'],
    [{ outcome: 'VOICEMAIL' }, '2026-11-21T15:00:00.000Z'],
    [{ outcome: 'UNCONFIRMED' }, '2026-11-20T19:00:00.000Z'],
    [{ outcome: 'FAILED', reason: 'NETWORK_FAILURE' }, '2026-11-20T16:00:00.000Z'],
    [{ outcome: 'ANSWERED', disposition: 'VOICEMAIL' }, '2026-11-21T15:00:00.000Z'],
    [{ outcome: 'ANSWERED', disposition: 'CALL_BACK' }, '2026-11-21T15:00:00.000Z'],
  ] satisfies [CallEnding, string][])('calls again after %j at %s', (ending, at) => {
    expect(after(ending)).toEqual({ action: 'RETRY', at, reason: 'TOO_SOON' });
  });

  it('calls back at the time that was named, inside the calling hours', () => {
    const named = (followUpAt: string) =>
      after({ outcome: 'ANSWERED', disposition: 'CALL_BACK', followUpAt: fromIso(followUpAt) });
    expect(named('2026-11-20T11:05:00-05:00')).toMatchObject({
      action: 'RETRY',
      at: '2026-11-20T16:15:00.000Z',
    });
    expect(named('2026-11-20T22:00:00-05:00')).toMatchObject({
      action: 'RETRY',
      at: '2026-11-21T15:00:00.000Z',
    });
    expect(named('2026-11-19T11:00:00-05:00')).toMatchObject({
      action: 'RETRY',
      at: '2026-11-21T15:00:00.000Z',
    });
    expect(named('2026-11-20T10:05:00-05:00')).toMatchObject({
      action: 'RETRY',
      at: '2026-11-21T15:00:00.000Z',
    });
    expect(named('2027-03-01T11:00:00-05:00')).toEqual({ action: 'FINISH', reason: 'NO_CALLING_WINDOW' });
  });

  it('takes a follow-up time for agreed on only when the recipient wants to be called back', () => {
    const followUpAt = fromIso('2026-11-20T11:00:00-05:00');
    expect(after({ outcome: 'ANSWERED', disposition: 'VOICEMAIL', followUpAt })).toMatchObject({
      action: 'RETRY',
      at: '2026-11-21T15:00:00.000Z',
    });
  });

  it.each(['HUNG_UP', 'INTERESTED', 'NOT_INTERESTED', 'WRONG_NUMBER', 'UNKNOWN', undefined] as const)(
    'is done when an answered call ends %s',
    (disposition) => {
      expect(after({ outcome: 'ANSWERED', disposition })).toEqual({ action: 'FINISH' });
    },
  );

  it.each([
    [{ outcome: 'INVALID_NUMBER' }, 'INVALID_NUMBER'],
    [{ outcome: 'REFUSED', reason: 'DO_NOT_CALL' }, 'DO_NOT_CALL'],
    [{ outcome: 'FAILED', reason: 'CALL_REJECTED' }, 'CALL_REJECTED'],
    [{ outcome: 'ANSWERED', reason: 'NO_RECORDING' }, 'NO_RECORDING'],
    [{ outcome: 'ANSWERED', disposition: 'DO_NOT_CALL' }, 'DO_NOT_CALL'],
    [{ outcome: 'VOICEMAIL', doNotCall: true }, 'DO_NOT_CALL'],
  ] satisfies [CallEnding, string][])('is done after %j with the reason %s', (ending, reason) => {
    expect(after(ending)).toEqual({ action: 'FINISH', reason });
  });

  it('is done when the request has had all its attempts', () => {
    const attempts = ['16', '17', '18', '19'].map((day) =>
      attempt(`2026-11-${day}T10:00:00-05:00`, 'NO_ANSWER', 'request-1'),
    );
    expect(after({ outcome: 'NO_ANSWER' }, historyOf(...attempts))).toEqual({
      action: 'FINISH',
      reason: 'ATTEMPTS_EXHAUSTED',
    });
  });

  it('is done when the history is unknown', () => {
    const input = {
      ending: { outcome: 'BUSY' as const },
      question: newYork(),
      history: undefined,
      now: friday,
    };
    expect(decideNextStep({ ...input, policy: defaultCallingPolicy })).toEqual({
      action: 'FINISH',
      reason: 'HISTORY_UNKNOWN',
    });
  });

  it('names a time at which the policy then dials', () => {
    const endings: fc.Arbitrary<CallEnding> = fc.record({
      outcome: fc.constantFrom(...outcomeKinds),
      reason: fc.option(fc.constantFrom(...(Object.keys(reasons) as Reason[])), { nil: undefined }),
      disposition: fc.option(fc.constantFrom(...dispositions), { nil: undefined }),
    });
    const cases = decisions.chain((input) =>
      fc.tuple(fc.constant(input), endings, fc.integer({ min: input.now, max: input.now + 3 * 86_400_000 })),
    );
    fc.assert(
      fc.property(cases, ([input, ending, followUpAt]) => {
        if (input.history.attempts.some(({ outcome }) => outcome === undefined)) return;
        const next = decideNextStep({ ...input, ending: { ...ending, followUpAt } });
        if (next.action !== 'RETRY') return;
        const called = ending.disposition === 'CALL_BACK' && followUpAt > input.now;
        const question = { ...input.question, ...(called ? { agreedAt: followUpAt } : {}) };
        expect(decideWhetherToDial({ ...input, question, now: fromIso(next.at) }).kind).toBe('DIAL');
      }),
      { numRuns: 500 },
    );
  });
});

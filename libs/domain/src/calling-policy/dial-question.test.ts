import type { CallResult } from '../call.ts';
import { callIdOf, requestIdSchema } from '../identifiers.ts';
import { fromIso } from '../instant.ts';
import { aRequest } from '../testing/index.ts';
import { dialQuestionOf } from './dial-question.ts';

const requestId = requestIdSchema.parse('request-1');

const aResult = (overrides: Partial<CallResult>): CallResult => ({
  callId: callIdOf(requestId, 1),
  requestId,
  sequence: 1,
  outcome: 'ANSWERED',
  attempts: 1,
  next: { action: 'FINISH' },
  ...overrides,
});

describe('dialQuestionOf', () => {
  it('asks for the lead, its zone, consent and preferred time', () => {
    const request = aRequest({ preferredTime: '2026-11-23T09:00:00-05:00' });
    expect(dialQuestionOf(request)).toEqual({
      requestId,
      phone: request.lead.phone,
      timeZone: 'America/New_York',
      consent: request.consent,
      notBefore: fromIso('2026-11-23T14:00:00Z'),
      agreedAt: undefined,
    });
  });

  it('takes the latest time that the recipient named', () => {
    const retry = (at: string) => ({ action: 'RETRY', at }) as const;
    const results = [
      aResult({ disposition: 'CALL_BACK', next: retry('2026-11-21T15:00:00Z') }),
      aResult({ disposition: 'CALL_BACK', next: retry('2026-11-22T15:00:00Z') }),
      aResult({ outcome: 'NO_ANSWER', next: retry('2026-11-24T15:00:00Z') }),
      aResult({ disposition: 'CALL_BACK' }),
    ];
    expect(dialQuestionOf(aRequest(), results).agreedAt).toBe(fromIso('2026-11-22T15:00:00Z'));
  });
});

import { fromIso, toIso } from '../instant.ts';
import { phoneNumberSchema } from '../identifiers.ts';
import { decideWhetherToDial } from './decide-whether-to-dial.ts';
import type { DialQuestion, NumberHistory } from './decision.ts';
import { attempt, friday, historyOf, newYork } from './fixtures/questions.ts';
import { callingPolicySchema, defaultCallingPolicy, type CallingPolicy } from './policy.ts';

interface Case {
  readonly question?: Partial<DialQuestion>;
  readonly history?: NumberHistory;
  readonly now?: number;
  readonly policy?: CallingPolicy;
}

const decide = ({
  question,
  history = historyOf(),
  now = friday,
  policy = defaultCallingPolicy,
}: Case = {}) => decideWhetherToDial({ question: newYork(question), history, now, policy });

const wait = (reason: string, until: string) => ({ kind: 'WAIT', until: fromIso(until), reason });
const refuse = (reason: string) => ({ kind: 'REFUSE', reason });

describe('decideWhetherToDial', () => {
  it('dials inside the calling hours and names the zones', () => {
    expect(decide()).toEqual({ kind: 'DIAL', zones: ['America/New_York'] });
  });

  it.each([
    ['2026-11-20T08:59:59-05:00', '2026-11-20T09:00:00-05:00'],
    ['2026-11-20T20:00:00-05:00', '2026-11-21T10:00:00-05:00'],
    ['2026-11-21T18:00:00-05:00', '2026-11-23T09:00:00-05:00'],
    ['2026-11-22T12:00:00-05:00', '2026-11-23T09:00:00-05:00'],
  ])('waits at %s for the opening at %s', (now, until) => {
    expect(decide({ now: fromIso(now) })).toEqual(wait('OUTSIDE_CALLING_HOURS', until));
  });

  it('opens an hour earlier in UTC after the clocks have gone forward', () => {
    const now = fromIso('2026-03-07T18:30:00-05:00');
    const consent = { at: '2026-03-01T00:00:00Z', source: 'Web form' };
    expect(decide({ now, question: { consent } })).toEqual(
      wait('OUTSIDE_CALLING_HOURS', '2026-03-09T13:00:00Z'),
    );
  });

  it.each<[string, string, Case]>([
    ['HISTORY_UNKNOWN before all else', 'HISTORY_UNKNOWN', {}],
    ['a number on the list', 'DO_NOT_CALL', { history: { attempts: [], doNotCall: true } }],
    ['no consent', 'CONSENT_MISSING', { question: { consent: undefined } }],
    [
      'a consent without a source',
      'CONSENT_MISSING',
      { question: { consent: { at: '2026-11-01T00:00:00Z', source: ' ' } } },
    ],
    [
      'a consent without a moment',
      'CONSENT_MISSING',
      { question: { consent: { at: 'last year', source: 'Form' } } },
    ],
    [
      'a consent of tomorrow',
      'CONSENT_EXPIRED',
      { question: { consent: { at: '2026-11-21T00:00:00Z', source: 'Form' } } },
    ],
    [
      'a consent of long ago',
      'CONSENT_EXPIRED',
      { question: { consent: { at: '2025-11-20T00:00:00Z', source: 'Form' } } },
    ],
    ['a zone that is none', 'TIME_ZONE_UNKNOWN', { question: { timeZone: 'America/Atlantis' } }],
    ['an offset for a zone', 'TIME_ZONE_UNKNOWN', { question: { timeZone: '-05:00' } }],
    [
      'a number of no place',
      'TIME_ZONE_UNKNOWN',
      { question: { timeZone: undefined, phone: phoneNumberSchema.parse('+18005550100') } },
    ],
    [
      'a request with all its attempts',
      'ATTEMPTS_EXHAUSTED',
      {
        history: historyOf(
          attempt('2026-10-01T15:00:00Z', 'NO_ANSWER', 'request-1'),
          attempt('2026-10-02T15:00:00Z', 'BUSY', 'request-1'),
          attempt('2026-10-03T15:00:00Z', undefined, 'request-1'),
          attempt('2026-10-04T15:00:00Z', 'UNCONFIRMED', 'request-1'),
        ),
      },
    ],
  ])('refuses %s', (_, reason, given) => {
    if (reason === 'HISTORY_UNKNOWN') {
      const input = { question: newYork({ consent: undefined }), now: friday, policy: defaultCallingPolicy };
      expect(decideWhetherToDial({ ...input, history: undefined })).toEqual(refuse(reason));
    } else {
      expect(decide(given)).toEqual(refuse(reason));
    }
  });

  it('refuses a moment that is none', () => {
    expect(decide({ now: NaN }).kind).toBe('REFUSE');
    expect(decide({ question: { notBefore: NaN } }).kind).toBe('REFUSE');
    expect(decide({ history: historyOf({ ...attempt('2026-11-01T00:00:00Z', 'BUSY'), at: NaN }) }).kind).toBe(
      'REFUSE',
    );
  });

  it('does not count placements that never reached the network', () => {
    const never = ['REFUSED', 'POSTPONED', 'REFUSED', 'POSTPONED', 'REFUSED'] as const;
    const attempts = never.map((outcome) => attempt('2026-11-20T10:00:00-05:00', outcome, 'request-1'));
    expect(decide({ history: historyOf(...attempts) }).kind).toBe('DIAL');
  });

  it.each([
    ['NO_ANSWER', '2026-11-20T13:00:00-05:00'],
    ['BUSY', '2026-11-20T10:30:00-05:00'],
    ['VOICEMAIL', '2026-11-21T10:00:00-05:00'],
    ['UNCONFIRMED', '2026-11-20T14:00:00-05:00'],
    ['FAILED', '2026-11-20T11:00:00-05:00'],
    ['ANSWERED', '2026-11-21T10:00:00-05:00'],
    ['INVALID_NUMBER', '2026-11-21T10:00:00-05:00'],
  ] as const)('pauses after %s until %s', (outcome, until) => {
    const now = fromIso('2026-11-20T10:01:00-05:00');
    const history = historyOf(attempt('2026-11-20T10:00:00-05:00', outcome));
    expect(decide({ history, now })).toEqual(wait('TOO_SOON', until));
  });

  it('keeps the longer pause of an earlier attempt', () => {
    const history = historyOf(
      attempt('2026-11-19T11:20:00-05:00', 'VOICEMAIL'),
      attempt('2026-11-20T09:40:00-05:00', 'BUSY'),
    );
    expect(decide({ history })).toEqual(wait('TOO_SOON', '2026-11-20T11:30:00-05:00'));
  });

  it('lets a time that was agreed on end the pause after an answered call', () => {
    const history = historyOf(attempt('2026-11-20T09:30:00-05:00', 'ANSWERED'));
    const agreedAt = fromIso('2026-11-20T11:05:00-05:00');
    expect(decide({ history, question: { agreedAt } })).toEqual(
      wait('TOO_SOON', '2026-11-20T11:15:00-05:00'),
    );
    expect(decide({ history, question: { agreedAt }, now: agreedAt }).kind).toBe('DIAL');
  });

  it('takes no notice of an agreed time before the call, nor of one after its pause', () => {
    const history = historyOf(attempt('2026-11-20T09:30:00-05:00', 'ANSWERED'));
    const until = '2026-11-21T10:00:00-05:00';
    expect(decide({ history, question: { agreedAt: fromIso('2026-11-20T09:00:00-05:00') } })).toEqual(
      wait('TOO_SOON', until),
    );
    expect(decide({ history, question: { agreedAt: fromIso('2026-11-25T09:00:00-05:00') } })).toEqual(
      wait('TOO_SOON', until),
    );
  });

  it('looks again in a quarter of an hour while a call to the number is under way', () => {
    const history = historyOf(attempt('2026-11-20T10:05:00-05:00'));
    expect(decide({ history })).toEqual(wait('TOO_SOON', '2026-11-20T10:30:00-05:00'));
  });

  it('takes a call under way for a day as unconfirmed', () => {
    const policy = callingPolicySchema.parse({ spacingMinutes: { UNCONFIRMED: 2880 } });
    const history = historyOf(attempt('2026-11-19T10:07:00-05:00'));
    expect(decide({ history }).kind).toBe('DIAL');
    expect(decide({ history, policy })).toEqual(wait('TOO_SOON', '2026-11-21T10:15:00-05:00'));
  });

  it('waits for the next day on the calendar there when the day has had its attempts', () => {
    const history = historyOf(
      attempt('2026-11-20T09:00:00-05:00', 'BUSY'),
      attempt('2026-11-20T09:30:00-05:00', 'BUSY'),
    );
    expect(decide({ history })).toEqual(wait('DAILY_LIMIT', '2026-11-21T10:00:00-05:00'));
  });

  it('waits until fewer than the limit lie within seven days', () => {
    const days = ['14', '16', '17', '18', '19'];
    const history = historyOf(...days.map((day) => attempt(`2026-11-${day}T09:00:00-05:00`, 'BUSY')));
    expect(decide({ history })).toEqual(wait('WEEKLY_LIMIT', '2026-11-21T10:00:00-05:00'));
  });

  it('counts days and hours in every zone the number may be in', () => {
    const phone = phoneNumberSchema.parse('+34612345678');
    const question = { phone, timeZone: undefined };
    const now = fromIso('2026-11-20T08:30:00Z');
    // 09:30 in Madrid, 08:30 on the Canary Islands.
    expect(decide({ question, now })).toEqual(wait('OUTSIDE_CALLING_HOURS', '2026-11-20T09:00:00Z'));
    // 00:30 on the 20th in Madrid, still the 19th on the islands: both days count.
    const history = historyOf(
      attempt('2026-11-19T23:30:00Z', 'BUSY'),
      attempt('2026-11-19T10:00:00Z', 'BUSY'),
      attempt('2026-11-20T08:00:00Z', 'BUSY'),
    );
    expect(decide({ question, history, now: fromIso('2026-11-20T10:00:00Z') })).toEqual(
      wait('DAILY_LIMIT', '2026-11-21T10:00:00Z'),
    );
  });

  it('does not call before the preferred time', () => {
    const notBefore = fromIso('2026-11-22T12:00:00-05:00');
    expect(decide({ question: { notBefore } })).toEqual(wait('PREFERRED_TIME', '2026-11-23T09:00:00-05:00'));
  });

  it('keeps holidays of everywhere, a country and a zone', () => {
    const until = (holidays: object, timeZone = 'America/New_York') => {
      const decision = decide({ policy: callingPolicySchema.parse({ holidays }), question: { timeZone } });
      return decision.kind === 'WAIT' ? toIso(decision.until) : decision.kind;
    };
    const saturday = '2026-11-21T15:00:00.000Z';
    expect(until({ '*': ['2026-11-20'] })).toBe(saturday);
    expect(until({ '*': ['11-20'] })).toBe(saturday);
    expect(until({ US: ['11-20'] })).toBe(saturday);
    expect(until({ US: ['11-20'] }, 'US/Eastern')).toBe(saturday);
    expect(until({ 'US/Eastern': ['11-20'] })).toBe(saturday);
    expect(until({ GB: ['11-20'], 'America/Chicago': ['11-20'], US: ['2025-11-20'] })).toBe('DIAL');
  });

  it('refuses when no moment is permitted within the horizon', () => {
    const policy = callingPolicySchema.parse({ holidays: { '*': ['11-23', '11-24'] }, horizonDays: 3 });
    expect(decide({ policy, now: fromIso('2026-11-21T18:00:00-05:00') })).toEqual(
      refuse('NO_CALLING_WINDOW'),
    );
    const tooFar = fromIso('2026-12-24T12:00:00-05:00');
    expect(decide({ question: { notBefore: tooFar } })).toEqual(refuse('NO_CALLING_WINDOW'));
  });

  it('reaches to the last moment of the horizon', () => {
    const policy = callingPolicySchema.parse({ horizonDays: 3 });
    const now = fromIso('2026-11-20T10:15:00-05:00');
    const inThreeDays = '2026-11-23T10:15:00-05:00';
    expect(decide({ policy, now, question: { notBefore: fromIso(inThreeDays) } })).toEqual(
      wait('PREFERRED_TIME', inThreeDays),
    );
    expect(decide({ policy, now, question: { notBefore: fromIso(inThreeDays) + 1 } })).toEqual(
      refuse('NO_CALLING_WINDOW'),
    );
  });

  it('takes a consent until its last moment', () => {
    const consent = { at: '2025-11-20T15:00:00Z', source: 'Web form' };
    expect(decide({ question: { consent }, now: fromIso('2026-11-20T15:00:00Z') }).kind).toBe('DIAL');
    expect(decide({ question: { consent }, now: fromIso('2026-11-20T15:00:00.001Z') }).kind).toBe('REFUSE');
  });

  it('refuses when the consent runs out before the next permitted moment', () => {
    const consent = { at: '2025-11-22T00:00:00Z', source: 'Web form' };
    expect(decide({ question: { consent } }).kind).toBe('DIAL');
    expect(decide({ question: { consent }, now: fromIso('2026-11-21T18:00:00-05:00') })).toEqual(
      refuse('NO_CALLING_WINDOW'),
    );
  });
});

import fc from 'fast-check';
import { classifyContact, type ContactFacts } from './contact-outcome.ts';
import { fromIso } from './instant.ts';

const connectedToSystemAt = fromIso('2026-11-20T15:00:12Z');
const disconnectedAt = fromIso('2026-11-20T15:01:30Z');
/** Connect's samples write "not yet" so. */
const notYet = 1;

const ended = (facts: ContactFacts) => classifyContact({ disconnectedAt, ...facts });
const failed = { state: 'ENDED', outcome: 'FAILED', reason: 'NETWORK_FAILURE' };

describe('classifyContact', () => {
  it.each([
    ['nothing known', {}],
    ['connected', { connectedToSystemAt }],
    ['not yet disconnected', { connectedToSystemAt, disconnectedAt: notYet }],
    [
      'a voice mailbox that still listens',
      { connectedToSystemAt, answeringMachineDetectionStatus: 'VOICEMAIL_BEEP' },
    ],
    ['an empty reason', { disconnectReason: '' }],
  ])('is open: %s', (_, facts) => {
    expect(classifyContact(facts)).toEqual({ state: 'OPEN' });
  });

  it.each([
    'CUSTOMER_DISCONNECT',
    'CONTACT_FLOW_DISCONNECT',
    'AGENT_DISCONNECT',
    'TELECOM_PROBLEM',
    'TELECOM_TIMEOUT',
    'OTHER',
    'SOMETHING_NEW',
    undefined,
  ])('was a conversation: connected, then %s', (disconnectReason) => {
    expect(ended({ connectedToSystemAt, disconnectReason })).toEqual({
      state: 'ENDED',
      outcome: 'CONVERSATION',
    });
  });

  it.each([
    ['TELECOM_BUSY', { outcome: 'BUSY' }],
    ['telecom_busy', { outcome: 'BUSY' }],
    ['TELECOM_UNANSWERED', { outcome: 'NO_ANSWER' }],
    ['TELECOM_TIMEOUT', { outcome: 'NO_ANSWER' }],
    ['TELECOM_ORIGINATOR_CANCEL', { outcome: 'NO_ANSWER' }],
    ['TELECOM_NUMBER_INVALID', { outcome: 'INVALID_NUMBER', reason: 'INVALID_NUMBER' }],
    ['TELECOM_POTENTIAL_BLOCKING', failed],
    ['TELECOM_PROBLEM', failed],
    ['TELECOM_SOMETHING_NEW', failed],
    ['OUTBOUND_RESOURCE_ERROR', failed],
    ['OUTBUND_PREVIEW_DISCARDED', failed],
    ['CUSTOMER_NEVER_ARRIVED', failed],
    [undefined, failed],
  ])('ended by %s', (disconnectReason, ending) => {
    expect(ended({ disconnectReason })).toEqual({ state: 'ENDED', ...ending });
  });

  it.each([
    ['VOICEMAIL_BEEP', { outcome: 'VOICEMAIL' }],
    ['VOICEMAIL_NO_BEEP', { outcome: 'VOICEMAIL' }],
    ['SIT_TONE_BUSY', { outcome: 'BUSY' }],
    ['SIT_TONE_INVALID_NUMBER', { outcome: 'INVALID_NUMBER', reason: 'INVALID_NUMBER' }],
    ['SIT_TONE_DETECTED', failed],
    ['AMD_UNANSWERED', { outcome: 'NO_ANSWER' }],
    ['HUMAN_ANSWERED', { outcome: 'CONVERSATION' }],
    ['AMD_UNRESOLVED_SILENCE', { outcome: 'CONVERSATION' }],
    ['SOMETHING_NEW', { outcome: 'CONVERSATION' }],
  ])('believes detection (%s) before the connection', (answeringMachineDetectionStatus, ending) => {
    expect(ended({ answeringMachineDetectionStatus, connectedToSystemAt })).toEqual({
      state: 'ENDED',
      ...ending,
    });
  });

  it('tells a call that Atlas stopped from one that nobody answered', () => {
    expect(ended({ disconnectReason: 'TELECOM_ORIGINATOR_CANCEL', stoppedByAtlas: true })).toEqual({
      state: 'ENDED',
      outcome: 'FAILED',
      reason: 'CALL_TIMED_OUT',
    });
    expect(ended({ connectedToSystemAt, disconnectReason: 'OTHER', stoppedByAtlas: true })).toMatchObject({
      outcome: 'CONVERSATION',
    });
  });

  it('is over by its reason alone, and never connected in 1970', () => {
    expect(classifyContact({ disconnectReason: 'TELECOM_BUSY' })).toEqual({
      state: 'ENDED',
      outcome: 'BUSY',
    });
    expect(ended({ connectedToSystemAt: notYet })).toEqual(failed);
  });

  it('has an answer for whatever Connect says', () => {
    const instant = fc.option(fc.oneof(fc.constant(notYet), fc.constant(disconnectedAt), fc.constant(NaN)), {
      nil: undefined,
    });
    const text = fc.option(fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', 'TELECOM_')), {
      nil: undefined,
    });
    fc.assert(
      fc.property(
        fc.record({
          connectedToSystemAt: instant,
          disconnectedAt: instant,
          disconnectReason: text,
          answeringMachineDetectionStatus: text,
        }),
        (facts) => {
          expect(['OPEN', 'ENDED']).toContain(classifyContact(facts).state);
        },
      ),
    );
  });
});

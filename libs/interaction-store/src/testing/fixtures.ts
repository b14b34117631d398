import type {
  CallKey,
  CallResult,
  CallSummary,
  ContactId,
  LeadId,
  OutreachRequest,
  PhoneNumber,
  RequestId,
  Scenario,
} from '@atlas-engine/domain';
import { callIdOf } from '@atlas-engine/domain';
import type { CallOpening } from '../ports/calls.ts';

export const phone = '+12125550100' as PhoneNumber;
export const otherPhone = '+12125550101' as PhoneNumber;
export const requestId = 'lead-42' as RequestId;
export const contactId = 'b1f0c0de-0000-4000-8000-000000000001' as ContactId;
export const otherContact = 'b1f0c0de-0000-4000-8000-000000000002' as ContactId;
export const leadId = '00Q000000000001AAA' as LeadId;
/** Saturday noon in London. */
export const noon = Date.UTC(2026, 10, 21, 12);
export const minute = 60_000;

export const keyOf = (sequence = 1, id = requestId): CallKey => ({ requestId: id, sequence });

export const aRequest = (overrides: Partial<OutreachRequest> = {}): OutreachRequest => ({
  requestId,
  campaign: 'autumn',
  channel: 'FILE',
  lead: { firstName: 'Grace', lastName: 'Example', phone, locale: 'en-US' },
  consent: { at: '2026-10-01T09:00:00Z', source: 'web form' },
  interest: 'solar panels',
  ...overrides,
});

export const aScenario = (greeting = 'Hello from Atlas.'): Scenario => ({
  greeting,
  talkingPoints: ['It saves money.'],
  qualifyingQuestions: ['Do you own your home?'],
  objectionHandling: [{ objection: 'Too expensive.', answer: 'There is a loan.' }],
  voicemailMessage: 'Please call back.',
  closing: 'Goodbye.',
  locale: 'en-US',
  source: 'TEMPLATE',
  promptVersion: '1',
  fallbackReason: 'THROTTLED',
});

export const anOpening = (overrides: Partial<CallOpening> = {}, key = keyOf()): CallOpening => ({
  call: { ...key, callId: callIdOf(key.requestId, key.sequence), locale: 'en-US' },
  taskToken: 'token-1',
  executionArn: 'arn:aws:states:us-east-1:000000000000:execution:AtlasEngineWorkflow-local:outreach-lead-42',
  at: noon,
  expiresAt: noon + 1440 * minute,
  ...overrides,
});

export const aResult = (overrides: Partial<CallResult> = {}, key = keyOf()): CallResult => ({
  ...key,
  callId: callIdOf(key.requestId, key.sequence),
  outcome: 'NO_ANSWER',
  attempts: 1,
  next: { action: 'RETRY', at: '2026-11-21T15:00:00.000Z' },
  ...overrides,
});

export const aSummary = (summary = 'The customer is interested.'): CallSummary => ({
  disposition: 'INTERESTED',
  sentiment: 'POSITIVE',
  interestLevel: 'HIGH',
  summary,
  objections: [],
  nextStep: 'Send an offer.',
  followUpAt: null,
  doNotCallRequested: false,
  evidence: ['Yes, please.'],
  source: 'RULES',
  promptVersion: '1',
  ungrounded: [],
});

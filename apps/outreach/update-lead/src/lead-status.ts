import type { CallResult, Reason } from '@atlas-engine/domain';
import type { LeadStatus } from '@atlas-engine/salesforce-client';
import type { Closing } from './closing.ts';

/** What became of the outreach to a lead, as the CRM says it. */
export type ClosingStatus = Exclude<LeadStatus, 'Requested' | 'Calling'>;

const byOutcome: Readonly<Record<CallResult['outcome'], ClosingStatus>> = {
  ANSWERED: 'Reached',
  VOICEMAIL: 'NotReached',
  NO_ANSWER: 'NotReached',
  BUSY: 'NotReached',
  INVALID_NUMBER: 'NotReached',
  FAILED: 'Failed',
  UNCONFIRMED: 'Failed',
  REFUSED: 'Refused',
  POSTPONED: 'Refused',
};

/** Somebody or something answered, but not the lead. */
const notTheLead: readonly CallResult['disposition'][] = ['WRONG_NUMBER', 'VOICEMAIL'];

export function statusOf({ input: { call, failure }, doNotCall }: Closing): ClosingStatus {
  if (doNotCall) return 'DoNotCall';
  if (call === undefined || failure !== undefined) return 'Failed';
  return notTheLead.includes(call.disposition) ? 'NotReached' : byOutcome[call.outcome];
}

/** Why the request ended as it did, where there is a reason to give. */
export const reasonOf = ({ input: { call, failure } }: Closing): Reason | undefined =>
  failure ?? call?.reason ?? call?.next.reason;

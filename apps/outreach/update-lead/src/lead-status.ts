import type { CallResult, Disposition, Reason } from '@atlas-engine/domain';
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

/** What the person wanted: the agent who spoke with them knows better than the summary. */
export const dispositionOf = ({ agent, input: { call } }: Closing): Disposition | undefined =>
  agent?.disposition ?? call?.disposition;

export function statusOf({ input: { call, failure }, doNotCall, agent }: Closing): ClosingStatus {
  if (doNotCall) return 'DoNotCall';
  // An agent had somebody on the line, whatever became of the call's recording and result.
  if (agent !== undefined) return notTheLead.includes(agent.disposition) ? 'NotReached' : 'Reached';
  if (call === undefined || failure !== undefined) return 'Failed';
  return notTheLead.includes(call.disposition) ? 'NotReached' : byOutcome[call.outcome];
}

/** Why the request ended as it did, where there is a reason to give. */
export const reasonOf = ({ input: { call, failure } }: Closing): Reason | undefined =>
  failure ?? call?.reason ?? call?.next.reason;

import type { EndCall, KeepAlive } from '@atlas-engine/call-lifecycle';
import type { CallRecord, ContactId } from '@atlas-engine/domain';
import type { LearnContact, LearntContact } from './learn-contact.ts';

export interface FollowContactPorts {
  readonly learn: LearnContact;
  readonly endCall: EndCall;
  readonly keepAlive: KeepAlive;
}

/** `AWAITS_REASON`: the contact is over, but Connect has not said why yet. `NOT_FOUND`: Connect knows no such contact. */
export type FollowedContact = 'UNDER_WAY' | 'AWAITS_REASON' | 'AWAITS_RECORDING' | 'ENDED' | 'NOT_FOUND';

/** Asks Connect what became of a call and takes it as far as that allows. Events and the reconciler both use it. */
export type FollowContact = (call: CallRecord, contactId: ContactId) => Promise<FollowedContact>;

export const followContact =
  (ports: FollowContactPorts): FollowContact =>
  async (call, contactId) => {
    const learnt = await ports.learn(call, contactId);
    return learnt === undefined ? 'NOT_FOUND' : await conclude(ports, learnt);
  };

async function conclude(
  { endCall, keepAlive }: FollowContactPorts,
  { call, verdict }: LearntContact,
): Promise<FollowedContact> {
  if (verdict.state === 'ENDED' && verdict.outcome !== 'CONVERSATION') {
    const { outcome, reason } = verdict;
    await endCall({ call, ending: { outcome, ...(reason === undefined ? {} : { reason }) } });
    return 'ENDED';
  }
  await keepAlive({ requestId: call.requestId, sequence: call.sequence });
  return waiting[verdict.state];
}

const waiting = { OPEN: 'UNDER_WAY', PENDING: 'AWAITS_REASON', ENDED: 'AWAITS_RECORDING' } as const;

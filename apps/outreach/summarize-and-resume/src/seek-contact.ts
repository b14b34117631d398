import type { EndCall, FindCall, KeepAlive, Telephony } from '@atlas-engine/call-lifecycle';
import { fromIso, type CallRecord, type ContactId, type Instant } from '@atlas-engine/domain';
import type { Clock } from '@atlas-engine/function-kit';
import type { InteractionStore } from '@atlas-engine/interaction-store';
import { keyOf } from './call-age.ts';
import type { FollowContact } from './follow-contact.ts';

export interface SeekContactPorts {
  readonly store: Pick<InteractionStore, 'getCall' | 'recordPlaced'>;
  readonly telephony: Pick<Telephony, 'search' | 'placedBetween'>;
  readonly findCall: FindCall;
  readonly follow: FollowContact;
  readonly endCall: EndCall;
  readonly keepAlive: KeepAlive;
  readonly clock: Clock;
}

interface Span {
  readonly from: Instant;
  readonly to: Instant;
}

/** Looks for the contact of a call whose placement was never confirmed. */
export type SeekContact = (call: CallRecord) => Promise<string>;

const minutes = 60_000;
/** Connect lists a contact once it is over: no call of ours lasts longer than this. */
const searchFor = 30 * minutes;
/** A contact is made within seconds of being asked for; clocks differ. */
const madeWithin = { before: minutes, after: 2 * minutes } as const;

export const seekContact =
  (ports: SeekContactPorts): SeekContact =>
  async (call) => {
    const { telephony, keepAlive, clock } = ports;
    const now = clock.now();
    const dialledAt = fromIso(call.dialledAt ?? call.createdAt);
    const span = {
      from: dialledAt - madeWithin.before,
      to: Math.min(now, dialledAt + madeWithin.after),
    };
    if (now - dialledAt > searchFor) return await conclude(ports, call, span);
    const contactId = await telephony.search({ callId: call.callId, ...span });
    if (contactId !== undefined) return await adopt(ports, call, contactId);
    await keepAlive(keyOf(call));
    return 'SOUGHT';
  };

async function adopt(
  { store, follow, clock }: SeekContactPorts,
  call: CallRecord,
  contactId: ContactId,
): Promise<string> {
  const placed = await store.recordPlaced({ key: keyOf(call), contactId, at: clock.now() });
  return placed === 'PLACED' ? await follow(call, contactId) : placed;
}

/**
 * Half an hour without a trace. That the search by attribute finds nothing proves nothing: the attribute may not be
 * searchable. So every call that Connect placed at that time is asked whose it is. When each is somebody else's, this
 * one was never placed: it does not count, and the policy decides about another. When they are too many to be asked,
 * the call may have rung.
 */
async function conclude(ports: SeekContactPorts, call: CallRecord, span: Span): Promise<string> {
  const { telephony, findCall, store, endCall, follow, clock } = ports;
  const placed = await telephony.placedBetween(span);
  if (placed === 'TOO_MANY') return await concludeAmongMany(ports, call, span);
  // Whose contact it is says the index, or the contact's attributes: then it is adopted by being found.
  for (const contactId of placed) await findCall(contactId);
  const contactId = (await store.getCall(keyOf(call)))?.contactId;
  if (contactId !== undefined) return await follow(call, contactId);
  const ending = { outcome: 'POSTPONED', reason: 'CALL_NOT_PLACED', waitUntil: clock.now() } as const;
  await endCall({ call, ending, from: ['DIALLING'] });
  return 'NOT_PLACED';
}

async function concludeAmongMany(ports: SeekContactPorts, call: CallRecord, span: Span): Promise<string> {
  const contactId = await ports.telephony.search({ callId: call.callId, ...span });
  if (contactId !== undefined) return await adopt(ports, call, contactId);
  await ports.endCall({ call, ending: unconfirmed, from: ['DIALLING'] });
  return 'UNCONFIRMED';
}

/** The end of a call that may have rung, and of which nothing can be learnt. */
export const unconfirmed = { outcome: 'UNCONFIRMED', reason: 'DIAL_UNCONFIRMED' } as const;

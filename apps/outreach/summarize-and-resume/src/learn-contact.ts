import type { Telephony } from '@atlas-engine/call-lifecycle';
import {
  classifyContact,
  type CallRecord,
  type ContactFacts,
  type ContactId,
  type ContactState,
  type Instant,
} from '@atlas-engine/domain';
import type { Clock } from '@atlas-engine/function-kit';
import type { InteractionStore } from '@atlas-engine/interaction-store';

export interface LearnContactPorts {
  readonly store: Pick<InteractionStore, 'recordContact'>;
  readonly telephony: Pick<Telephony, 'describe'>;
  readonly clock: Clock;
}

/** `PENDING`: the contact is over, but Connect has not said why yet. */
export type ContactVerdict = ContactState | { readonly state: 'PENDING' };

export interface LearntContact {
  readonly call: CallRecord;
  readonly verdict: ContactVerdict;
}

/** Asks Connect what became of a call's contact and writes it down; undefined when Connect knows no such contact. */
export type LearnContact = (call: CallRecord, contactId: ContactId) => Promise<LearntContact | undefined>;

/** The reason of an end may appear a little later than the end. */
const reasonWithin = 2 * 60_000;

export const learnContact =
  ({ store, telephony, clock }: LearnContactPorts): LearnContact =>
  async (call, contactId) => {
    const facts = await telephony.describe(contactId);
    if (facts === 'NOT_FOUND') return undefined;
    const at = clock.now();
    const verdict = verdictOf(facts, at);
    const key = { requestId: call.requestId, sequence: call.sequence };
    return { call: await store.recordContact({ key, ...newsOf(facts, verdict, at), at }), verdict };
  };

function verdictOf(facts: ContactFacts, now: Instant): ContactVerdict {
  const state = classifyContact(facts);
  if (state.state === 'OPEN') return state;
  const ended = happened(facts.disconnectedAt);
  const unexplained =
    state.outcome === 'FAILED' && !facts.disconnectReason && !facts.answeringMachineDetectionStatus;
  return unexplained && ended !== undefined && now - ended < reasonWithin ? { state: 'PENDING' } : state;
}

/** Connect's samples carry a moment of 1970 for what has not happened. */
const happened = (at: Instant | undefined): Instant | undefined =>
  at !== undefined && at > 31_536_000_000 ? at : undefined;

/** A contact can be over by its reason alone: then it ended by now. */
function newsOf(facts: ContactFacts, { state }: ContactVerdict, now: Instant) {
  return {
    answeredAt: happened(facts.connectedToSystemAt),
    endedAt: state === 'OPEN' ? undefined : (happened(facts.disconnectedAt) ?? now),
    disconnectReason: facts.disconnectReason,
  };
}

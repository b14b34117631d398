import { callOfAttributes, type CallRecord, type ContactId } from '@atlas-engine/domain';
import type { Clock, Logger } from '@atlas-engine/function-kit';
import type { InteractionStore } from '@atlas-engine/interaction-store';
import type { Telephony } from './telephony.ts';

export interface FindCallDependencies {
  readonly store: Pick<InteractionStore, 'findCallByContact' | 'getCall' | 'recordPlaced'>;
  readonly telephony: Pick<Telephony, 'attributes'>;
  readonly clock: Clock;
  readonly logger: Pick<Logger, 'correlate'>;
}

/** The call that a contact is, and what is logged from now on is of it; or undefined for a contact of somebody else. */
export type FindCall = (contactId: ContactId) => Promise<CallRecord | undefined>;

/**
 * Finds a contact's call by the index; when that does not know it (it lags, or the function died between placing the
 * call and writing the contact down) by the attributes that the contact carries, and adopts the contact.
 */
export function findCall(dependencies: FindCallDependencies): FindCall {
  return async (contactId) => {
    const call = await look(dependencies, contactId);
    if (call !== undefined) dependencies.logger.correlate({ requestId: call.requestId });
    return call;
  };
}

async function look({ store, telephony, clock }: FindCallDependencies, contactId: ContactId) {
  const known = await store.findCallByContact(contactId);
  if (known !== undefined) return known;
  const named = callOfAttributes(await telephony.attributes(contactId));
  if (named === undefined) return undefined;
  const key = { requestId: named.requestId, sequence: named.sequence };
  const call = await store.getCall(key);
  if (call?.callId !== named.callId) return undefined;
  const adopted = await store.recordPlaced({ key, contactId, at: clock.now() });
  return adopted === 'OTHER_CONTACT' ? undefined : await store.getCall(key);
}

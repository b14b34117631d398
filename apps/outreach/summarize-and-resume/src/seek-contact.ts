import type { EndCall, KeepAlive, Telephony } from '@atlas-engine/call-lifecycle';
import { fromIso, type CallRecord } from '@atlas-engine/domain';
import type { Clock } from '@atlas-engine/function-kit';
import type { InteractionStore } from '@atlas-engine/interaction-store';
import { keyOf } from './call-age.ts';
import type { FollowContact } from './follow-contact.ts';

export interface SeekContactPorts {
  readonly store: Pick<InteractionStore, 'recordPlaced'>;
  readonly telephony: Pick<Telephony, 'search'>;
  readonly follow: FollowContact;
  readonly endCall: EndCall;
  readonly keepAlive: KeepAlive;
  readonly clock: Clock;
}

/** Looks for the contact of a call whose placement was never confirmed. */
export type SeekContact = (call: CallRecord) => Promise<string>;

const minutes = 60_000;
/** After so long without a trace in Connect, the call is taken never to have been placed; it is not dialled again. */
const searchFor = 30 * minutes;
/** A contact is made within seconds of being asked for; clocks differ. */
const madeWithin = { before: minutes, after: 10 * minutes } as const;

export const seekContact =
  (ports: SeekContactPorts): SeekContact =>
  async (call) => {
    const { telephony, store, follow, endCall, keepAlive, clock } = ports;
    const key = keyOf(call);
    const now = clock.now();
    const dialledAt = fromIso(call.dialledAt ?? call.createdAt);
    const contactId = await telephony.search({
      callId: call.callId,
      from: dialledAt - madeWithin.before,
      to: Math.min(now, dialledAt + madeWithin.after),
    });
    if (contactId !== undefined) {
      const placed = await store.recordPlaced({ key, contactId, at: now });
      return placed === 'PLACED' ? await follow(call, contactId) : placed;
    }
    if (now - dialledAt > searchFor) {
      await endCall({ call, ending: { outcome: 'UNCONFIRMED', reason: 'DIAL_UNCONFIRMED' } });
      return 'UNCONFIRMED';
    }
    await keepAlive(key);
    return 'SOUGHT';
  };

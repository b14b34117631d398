import type { EndCall, PlaceOutcome, Telephony } from '@atlas-engine/call-lifecycle';
import type { Instant } from '@atlas-engine/domain';
import type { Clock } from '@atlas-engine/function-kit';
import type { InteractionStore } from '@atlas-engine/interaction-store';
import { keyOf, phoneOf, type WaitingCall } from './waiting-call.ts';

export interface PlaceCallPorts {
  readonly store: Pick<InteractionStore, 'recordPlaced' | 'releaseDial'>;
  readonly telephony: Pick<Telephony, 'place'>;
  readonly endCall: EndCall;
  readonly clock: Clock;
  readonly onPlaced?: (outcome: PlaceOutcome) => void;
}

/** A call whose attempt is recorded: it is this invocation's alone. */
export interface ClaimedCall extends WaitingCall {
  readonly claimedAt: Instant;
  readonly attributes: Readonly<Record<string, string>>;
}

export type PlaceCall = (claimed: ClaimedCall) => Promise<PlaceOutcome['kind']>;

/**
 * Asks Amazon Connect for the call, once. Only a certain refusal that may pass (throttle, quota) takes the attempt
 * back. After an answer that tells nothing the call may ring: it stays `DIALLING` until events or the reconciler say
 * what became of it.
 */
export const createPlaceCall =
  ({ store, telephony, endCall, clock, onPlaced }: PlaceCallPorts): PlaceCall =>
  async (claimed) => {
    const { call, attributes, claimedAt } = claimed;
    const key = keyOf(claimed);
    const phone = phoneOf(claimed);
    const outcome = await telephony.place({ callId: call.callId, phone, attributes });
    onPlaced?.(outcome);
    switch (outcome.kind) {
      case 'PLACED':
        await store.recordPlaced({ key, contactId: outcome.contactId, at: clock.now() });
        break;
      case 'THROTTLED':
        await store.releaseDial({ key, phone, claimedAt, at: clock.now() });
        break;
      case 'REJECTED':
        await endCall({ call, ending: { outcome: 'FAILED', reason: outcome.reason } });
        break;
      case 'UNKNOWN':
        break;
    }
    return outcome.kind;
  };

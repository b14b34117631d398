import type { KeepAlive } from '@atlas-engine/call-lifecycle';
import { fromIso, type CallKey } from '@atlas-engine/domain';
import type { Clock } from '@atlas-engine/function-kit';
import type { InteractionStore } from '@atlas-engine/interaction-store';
import type { AwaitTurn } from './await-turn.ts';
import type { Dial, DialResult } from './dial.ts';
import type { DialMessage } from './dial-message.ts';
import type { WaitingCall } from './waiting-call.ts';

export interface InitiateCallPorts {
  readonly store: Pick<InteractionStore, 'getCall' | 'getRequest'>;
  readonly awaitTurn: AwaitTurn;
  readonly dial: Dial;
  /** A sign of life for the workflow that waits while its call stands in the queue. */
  readonly keepAlive: KeepAlive;
  readonly clock: Clock;
  readonly onStale?: (key: CallKey, status: string) => void;
}

/** `STALE`: there is nothing to dial for this message. */
export type InitiateResult = DialResult | 'STALE';

export type InitiateCall = (message: DialMessage) => Promise<InitiateResult>;

/**
 * A workflow that tries to place its call again brings a new token within these milliseconds (its retries take a
 * quarter of an hour at most); later none will come.
 */
const tokenMayComeFor = 20 * 60_000;

/**
 * One message of the dial queue: waits for its turn, then decides and dials. A message about a call that is no
 * longer waiting is a repeat, or what a crash left behind: it is dropped, and never dialled. Nobody is called for a
 * workflow that has ended: the lead was given up already, or a person stopped it.
 */
export function createInitiateCall(ports: InitiateCallPorts): InitiateCall {
  const { awaitTurn, dial, onStale } = ports;
  return async (message) => {
    const key = { requestId: message.requestId, sequence: message.sequence };
    const found = await findWaiting(ports, key);
    if ('stale' in found) {
      onStale?.(key, found.stale);
      return 'STALE';
    }
    if (found.refusal !== undefined) return await dial(found);
    return (await awaitTurn(message)) === 'QUEUED' ? 'QUEUED' : await dial(found);
  };
}

async function findWaiting(
  { store, keepAlive, clock }: InitiateCallPorts,
  key: CallKey,
): Promise<WaitingCall | { readonly stale: string }> {
  const [call, record] = await Promise.all([store.getCall(key), store.getRequest(key.requestId)]);
  if (call === undefined || record === undefined) return { stale: 'UNKNOWN' };
  if (call.status !== 'REQUESTED') return { stale: call.status };
  if ((await keepAlive(key)) === 'DONE') return { call, record };
  const isLost = clock.now() - fromIso(call.createdAt) > tokenMayComeFor;
  return isLost ? { call, record, refusal: 'CALL_LOST' } : { stale: 'NOT_AWAITED' };
}

import type { PlaceOutcome } from '@atlas-engine/call-lifecycle';
import type { DialQueue } from '@atlas-engine/call-lifecycle/dial-queue';
import { contactAttributesOf, toIso, type DialDecision } from '@atlas-engine/domain';
import type { InteractionStore } from '@atlas-engine/interaction-store';
import { askingAgain } from './await-turn.ts';
import { createDecideCall, type DecidedCall, type DecideCallPorts } from './decide-call.ts';
import { createPlaceCall, type ClaimedCall, type PlaceCallPorts } from './place-call.ts';
import { keyOf, phoneOf, type WaitingCall } from './waiting-call.ts';

export interface DialPorts extends DecideCallPorts, PlaceCallPorts {
  readonly store: DecideCallPorts['store'] &
    PlaceCallPorts['store'] &
    Pick<InteractionStore, 'claimDial' | 'getCall' | 'getScenario'>;
  readonly queue: DialQueue;
  /** Seconds until a call that could not be dialled now is tried again. */
  readonly backOffSeconds: () => number;
}

/**
 * `PLACED`, `UNKNOWN`, `REJECTED`: Connect was asked · `DECLINED`: the answer was no · `NOT_WAITING`: another
 * delivery was faster · `QUEUED`: it is tried again.
 */
export type DialResult = Exclude<PlaceOutcome['kind'], 'THROTTLED'> | 'DECLINED' | 'NOT_WAITING' | 'QUEUED';

export type Dial = (waiting: WaitingCall) => Promise<DialResult>;

/** Decisions that are taken anew because the number's history moved meanwhile, before the queue has to wait. */
const mostReadings = 5;

/**
 * Decides at the moment of dialling and, when the answer is yes, places exactly one call.
 *
 * The attempt is recorded before Connect is asked, and before the call is ended undialled too: only who holds the
 * claim may do either, so that no delivery ends a call that another one is placing.
 */
export function createDial(ports: DialPorts): Dial {
  const { store } = ports;
  const decideCall = createDecideCall(ports);
  const finish = createFinish(ports);

  return async (waiting) => {
    const attributes = await attributesOf(store, waiting);
    const asked = attributes === undefined ? unfit(waiting) : waiting;
    for (let reading = 1; reading <= mostReadings; reading += 1) {
      const decided = await decideCall(asked);
      const { at, version, decision } = decided;
      const claim = await store.claimDial({ key: keyOf(asked), phone: phoneOf(asked), at, version });
      if (claim === 'NOT_WAITING') return claim;
      if (claim === 'CLAIMED') {
        return await finish({ ...asked, claimedAt: at, attributes: attributes ?? {} }, decided);
      }
      if (claim === 'DO_NOT_CALL' && decision.kind === 'REFUSE') {
        return await refuseListed(ports, asked, decision);
      }
    }
    return await putBack(ports, asked);
  };
}

/** Read before the claim: between the claim and the call nothing may fail that does not have to. */
async function attributesOf(
  store: Pick<InteractionStore, 'getScenario'>,
  { call }: WaitingCall,
): Promise<Record<string, string> | undefined> {
  const scenario = await store.getScenario(call.requestId);
  return scenario === undefined ? undefined : contactAttributesOf(call, scenario);
}

/** Without a scenario there is nothing to say: no repeat helps, and the workflow must not wait for a day. */
const unfit = (waiting: WaitingCall): WaitingCall => ({
  ...waiting,
  refusal: waiting.refusal ?? 'WORKFLOW_ERROR',
});

/**
 * Recording takes time, so a yes is asked for once more after it: between that answer and the request to Connect
 * nothing is waited for.
 */
function createFinish(ports: DialPorts) {
  const { store, clock } = ports;
  const placeCall = createPlaceCall(ports);
  return async (waiting: ClaimedCall, { decision, decideAgain }: DecidedCall): Promise<DialResult> => {
    const call = { ...waiting.call, status: 'DIALLING' as const, dialledAt: toIso(waiting.claimedAt) };
    const claimed = { ...waiting, call };
    if (decision.kind !== 'DIAL') return await decline(ports, claimed, decision);
    const latest = decideAgain();
    if (latest.kind !== 'DIAL') {
      await store.recordDecision(keyOf(claimed), latest, clock.now());
      return await decline(ports, claimed, latest);
    }
    const placed = await placeCall(claimed);
    return placed === 'THROTTLED' ? await putBack(ports, claimed) : placed;
  };
}

type No = Exclude<DialDecision, { kind: 'DIAL' }>;

/** The attempt leaves the number's history with the outcome: neither of the two reached the network. */
async function decline({ endCall }: DialPorts, { call }: WaitingCall, decision: No): Promise<'DECLINED'> {
  const { reason } = decision;
  await endCall({
    call,
    ending:
      decision.kind === 'WAIT'
        ? { outcome: 'POSTPONED', reason, waitUntil: decision.until }
        : { outcome: 'REFUSED', reason },
  });
  return 'DECLINED';
}

/** Nobody can claim a listed number any more: whoever did so before has to be left alone, and nobody else can come. */
async function refuseListed(ports: DialPorts, waiting: WaitingCall, decision: No): Promise<DialResult> {
  const call = await ports.store.getCall(keyOf(waiting));
  return call?.status === 'REQUESTED' ? await decline(ports, waiting, decision) : 'NOT_WAITING';
}

/** Without a turn: it asks for a new one when it comes back, so that calls Connect has no room for keep their distance. */
async function putBack(
  { queue, backOffSeconds, clock }: DialPorts,
  { call }: WaitingCall,
): Promise<'QUEUED'> {
  await queue.add(askingAgain(call, clock.now()), backOffSeconds());
  return 'QUEUED';
}

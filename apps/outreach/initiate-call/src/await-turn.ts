import type { DialQueue } from '@atlas-engine/call-lifecycle/dial-queue';
import { fromIso, toIso, type DialRequest, type Instant } from '@atlas-engine/domain';
import type { Clock } from '@atlas-engine/function-kit';
import type { InteractionStore } from '@atlas-engine/interaction-store';
import type { DialMessage } from './dial-message.ts';

/** How fast calls may be placed. */
export interface Pacing {
  /** `StartOutboundVoiceContact` requests a second; below Connect's quota of 2. */
  readonly callsPerSecond: number;
  readonly burst: number;
  /** Active calls that the instance allows; Connect's default is 10. */
  readonly maxConcurrentCalls: number;
  /** How long a call takes from dialling to its end, on average. */
  readonly expectedCallSeconds: number;
}

export interface AwaitTurnPorts {
  readonly store: Pick<InteractionStore, 'reserveDialSlot' | 'countDialledCalls'>;
  readonly queue: DialQueue;
  readonly pacing: Pacing;
  readonly clock: Clock;
  /** Seconds until a call that finds no free line is tried again. */
  readonly backOffSeconds: () => number;
  /** Told how many lines are used whenever a turn has come. */
  readonly onLines?: (lines: { readonly used: number; readonly available: number }) => void;
}

export type AwaitTurn = (message: DialMessage) => Promise<'NOW' | 'QUEUED'>;

/**
 * Seconds in the queue before a sign of life is due. SQS allows 900; the reconciler takes a call that was silent for
 * 600 for forgotten and would queue it again, with a turn of its own.
 */
const longestHop = 450;

/** Turns that lie nearer than this are taken at once, in milliseconds. */
const soon = 1000;

/** A turn that passed so long ago was missed: the queue stood still, and all turns of that time would come at once. */
const missedAfter = 60_000;

/**
 * Gives each call its own moment: a shared token bucket at the rate that quota and lines allow. A call whose turn is
 * later goes back to the queue with its turn written on it, instead of asking again and again. When its turn has come
 * and all lines are busy, because calls last longer than expected, it asks for another.
 */
export function createAwaitTurn(ports: AwaitTurnPorts): AwaitTurn {
  const { store, queue, pacing, clock, backOffSeconds, onLines } = ports;
  return async (message) => {
    const now = clock.now();
    const turn = turnOf(message, now) ?? (await reserveTurn(ports, message, now));
    if (turn - now >= soon) {
      const delaySeconds = Math.min(longestHop, Math.ceil((turn - now) / 1000));
      const marked: DialMessage = { ...message, turnAt: toIso(turn) };
      await queue.add(marked, delaySeconds);
      return 'QUEUED';
    }
    const used = await store.countDialledCalls();
    onLines?.({ used, available: pacing.maxConcurrentCalls });
    if (used < pacing.maxConcurrentCalls) return 'NOW';
    await queue.add(askingAgain(message, now), backOffSeconds());
    return 'QUEUED';
  };
}

/** The request of a call whose turn has come without its being dialled: when it comes back it asks for a new one. */
export const askingAgain = ({ callId, requestId, sequence }: DialRequest, now: Instant): DialMessage => ({
  ...{ callId, requestId, sequence },
  after: toIso(now + soon),
});

const isMissed = (turn: Instant, now: Instant): boolean => now - turn > missedAfter;

function turnOf({ turnAt }: DialMessage, now: Instant): Instant | undefined {
  const turn = turnAt === undefined ? undefined : fromIso(turnAt);
  return turn === undefined || isMissed(turn, now) ? undefined : turn;
}

/** A repeat of the request gets the turn that the call has already; one that was missed gives way to another. */
async function reserveTurn(
  { store, pacing }: AwaitTurnPorts,
  { requestId, sequence, after }: DialMessage,
  now: Instant,
): Promise<Instant> {
  const perSecond = sustainableRate(pacing);
  const ask = async (usedUp: Instant | undefined): Promise<Instant> => {
    const key = { requestId, sequence };
    const slot = { key, now, perSecond, burst: pacing.burst, after: usedUp };
    return (await store.reserveDialSlot(slot)).at;
  };
  const turn = await ask(after === undefined ? undefined : fromIso(after));
  return isMissed(turn, now) ? await ask(turn) : turn;
}

/** Calls a second that neither the API's quota nor the number of lines forbids in the long run. */
export const sustainableRate = ({
  callsPerSecond,
  maxConcurrentCalls,
  expectedCallSeconds,
}: Pacing): number => Math.min(callsPerSecond, maxConcurrentCalls / expectedCallSeconds);

import {
  decideWhetherToDial,
  dialQuestionOf,
  type CallingPolicy,
  type DialDecision,
  type Instant,
} from '@atlas-engine/domain';
import type { Clock } from '@atlas-engine/function-kit';
import type { InteractionStore } from '@atlas-engine/interaction-store';
import { keyOf, phoneOf, type WaitingCall } from './waiting-call.ts';

export interface DecideCallPorts {
  readonly store: Pick<InteractionStore, 'readNumber' | 'listCalls' | 'recordDecision'>;
  readonly policy: CallingPolicy;
  readonly clock: Clock;
  readonly onDecision?: (decision: DialDecision) => void;
}

/** What the calling policy says of a call, and of which version of the number's history. */
export interface DecidedCall {
  readonly decision: DialDecision;
  readonly at: Instant;
  readonly version: number;
  /** The same question now, of the same history; it waits for nothing, so that no time passes before it is acted on. */
  readonly decideAgain: () => DialDecision;
}

export type DecideCall = (waiting: WaitingCall) => Promise<DecidedCall>;

/** Asks the calling policy, with everything that is known of the number now, and keeps the answer for audits. */
export const createDecideCall =
  ({ store, policy, clock, onDecision }: DecideCallPorts): DecideCall =>
  async (waiting) => {
    const key = keyOf(waiting);
    const [{ history, version }, calls] = await Promise.all([
      store.readNumber(phoneOf(waiting)),
      store.listCalls(key.requestId),
    ]);
    const earlier = calls.flatMap(({ result }) => (result === undefined ? [] : [result]));
    const question = dialQuestionOf(waiting.record.request, earlier);
    const { refusal } = waiting;
    const decide = (now: Instant): DialDecision =>
      refusal === undefined
        ? decideWhetherToDial({ question, history, now, policy })
        : { kind: 'REFUSE', reason: refusal };
    const at = clock.now();
    const decision = decide(at);
    await store.recordDecision(key, decision, at);
    onDecision?.(decision);
    return { decision, at, version, decideAgain: () => decide(clock.now()) };
  };

import type { CallFault, FaultPlan, FaultPoint } from './faults.ts';
import { fraction, hash53, joined } from './hash.ts';
import { SimulationError } from './simulation-error.ts';

/** How much goes wrong. Rates are shares of all points, 0 to 1, 0 by default. */
export interface FaultPlanOptions {
  /** Runs with the same seed see the same faults. */
  readonly seed: string;
  /** Share of calls that fail in one of the three ways of {@link CallFault}. */
  readonly error?: number;
  /** Share of messages that are delivered twice. */
  readonly duplicate?: number;
  /** Share of best-effort events that never arrive. */
  readonly lost?: number;
  /** Longest extra delay of a delivery, in simulated milliseconds; each gets 0 to this. */
  readonly delayMs?: number;
  /** Share of failing calls whose effect takes place and whose answer is lost; a third by default. */
  readonly lostAnswerShare?: number;
}

const none: CallFault = { kind: 'none' };

/** The plan of a perfect world. */
export const noFaults: FaultPlan = {
  call: () => none,
  deliveries: () => 1,
  delay: () => 0,
  lost: () => false,
};

const rate = (
  options: FaultPlanOptions,
  name: 'error' | 'duplicate' | 'lost' | 'lostAnswerShare',
): number => {
  const value = options[name] ?? 0;
  if (value >= 0 && value <= 1) return value;
  throw new SimulationError(`${name}: must be a share from 0 to 1, was ${value}`);
};

const span = (delayMs = 0): number => {
  if (delayMs >= 0 && Number.isFinite(delayMs)) return delayMs;
  throw new SimulationError(`delayMs: must be milliseconds from 0, was ${delayMs}`);
};

/**
 * A plan whose decisions are a hash of (seed, service, operation, key, how often this point was asked before).
 *
 * The order in which different points are asked does not matter, so a concurrent run can be repeated. The counts
 * live in memory: a process that starts again begins with the first occurrence.
 *
 * @throws SimulationError when a rate is not within 0 to 1, or the delay is negative.
 */
export const createFaultPlan = (options: FaultPlanOptions): FaultPlan => {
  const error = rate(options, 'error');
  const duplicate = rate(options, 'duplicate');
  const lost = rate(options, 'lost');
  const lostAnswer = rate({ lostAnswerShare: 1 / 3, ...options }, 'lostAnswerShare');
  const delayMs = span(options.delayMs);
  const asked = new Map<number, number>();

  const draw = (question: string, { service, operation, key }: FaultPoint): number => {
    const point = joined([options.seed, question, service, operation, key]);
    const counter = hash53(point);
    const occurrence = asked.get(counter) ?? 0;
    asked.set(counter, occurrence + 1);
    return fraction(joined([point, occurrence]));
  };

  const failure = (share: number): CallFault => {
    if (share < lostAnswer) return { kind: 'lost-answer' };
    return { kind: share < lostAnswer + (1 - lostAnswer) / 2 ? 'throttle' : 'server-error' };
  };

  return {
    call: (point) => {
      if (error === 0) return none;
      const drawn = draw('call', point);
      return drawn < error ? failure(drawn / error) : none;
    },
    deliveries: (point) => (duplicate > 0 && draw('deliveries', point) < duplicate ? 2 : 1),
    delay: (point) => (delayMs > 0 ? Math.floor(draw('delay', point) * (delayMs + 1)) : 0),
    lost: (point) => lost > 0 && draw('lost', point) < lost,
  };
};

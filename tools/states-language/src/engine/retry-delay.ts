import { seededRandom } from '@atlas-engine/simulation';
import type { Retrier } from '../definition/errors-schema.ts';

const defaults = { interval: 1, attempts: 3, rate: 2 };

/** Whether a retrier that was used `used` times has another try. */
export const hasTryLeft = ({ MaxAttempts = defaults.attempts }: Retrier, used: number): boolean =>
  used < MaxAttempts;

/**
 * Milliseconds until the next try, after `used` earlier ones by the same retrier.
 *
 * JitterStrategy FULL draws from 0 to the interval, the same for the same seed.
 */
export const retryDelay = (retrier: Retrier, used: number, seed: string): number => {
  const {
    IntervalSeconds = defaults.interval,
    BackoffRate = defaults.rate,
    MaxDelaySeconds = Infinity,
  } = retrier;
  const full = Math.min(IntervalSeconds * BackoffRate ** used, MaxDelaySeconds) * 1000;
  return Math.round(retrier.JitterStrategy === 'FULL' ? full * seededRandom(seed)() : full);
};

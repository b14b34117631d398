import type { Instant } from '@atlas-engine/domain';

/** What time it is: a port, so that tests and simulations decide. */
export interface Clock {
  /** Epoch milliseconds. */
  readonly now: () => Instant;
}

export const systemClock: Clock = { now: () => Date.now() };

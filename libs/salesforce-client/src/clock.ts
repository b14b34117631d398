/** Time as the client needs it. */
export interface ClientClock {
  /** Epoch milliseconds: what an assertion's expiry is reckoned from. */
  now(): number;
  /** Milliseconds that only grow: what the time budget is reckoned from. */
  monotonic(): number;
}

/** The time of the machine. */
export const systemClock: ClientClock = { now: () => Date.now(), monotonic: () => performance.now() };

/** Waits in real time. */
export const systemSleep = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });

/** What is left of the time that one call may take, all its attempts and pauses together. */
export interface Budget {
  /** Milliseconds for the whole call. */
  readonly totalMs: number;
  /** Milliseconds left, never below 0. */
  left(): number;
}

/** Starts the time of one call, in milliseconds. */
export function startBudget(clock: ClientClock, totalMs: number): Budget {
  const end = clock.monotonic() + totalMs;
  return { totalMs, left: () => Math.max(0, end - clock.monotonic()) };
}

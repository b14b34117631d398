/** A timer that can be taken back. */
export interface Timer {
  cancel(): void;
}

/**
 * The clock of the simulated world, in epoch milliseconds.
 *
 * While anything is busy, time runs as on the wall, so that a running function sees nothing odd. While
 * everything waits, time runs `speed` times as fast; with `speed` Infinity it jumps to the next timer.
 */
export interface SimulationClock {
  /** Simulated time, epoch milliseconds, never going back. */
  now(): number;
  /** Runs `action` once simulated time reaches `at` (at once, but not synchronously, when it has passed). */
  schedule(at: number, action: () => void | Promise<void>): Timer;
  /** Resolves after `ms` simulated milliseconds. */
  sleep(ms: number): Promise<void>;
  /** Marks the world as busy until the work settles. */
  busy<T>(work: () => Promise<T>): Promise<T>;
  /** Keeps time at wall speed until released; for a client that is about to send a series of requests. */
  hold(): { release(): void };
  readonly speed: number;
  setSpeed(speed: number): void;
  /** Resolves when nothing is busy and no timer is due. */
  idle(): Promise<void>;
}

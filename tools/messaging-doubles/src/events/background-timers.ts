import type { SimulationClock, Timer } from '@atlas-engine/simulation';

/** Timers that must not keep an accelerated world racing when it has nothing else to do. */
export interface BackgroundTimers {
  schedule(at: number, action: () => void): Timer;
  /** Looks again at what every timer should wait by: call it when work arrives or ends. */
  wake(): void;
}

export interface BackgroundTimersOptions {
  readonly clock: SimulationClock;
  readonly isWorkPending: () => boolean;
}

const longestTimeout = 2 ** 31 - 1;

/**
 * Makes timers that run by the simulated clock while work is pending or time is not accelerated, else by the wall's.
 *
 * A wall timer that ends looks again: its tick is late by simulated time, and is not repeated for what it missed.
 */
export const createBackgroundTimers = ({
  clock,
  isWorkPending,
}: BackgroundTimersOptions): BackgroundTimers => {
  const places = new Set<() => void>();

  const byWall = (at: number, fire: () => void, placeAgain: () => void): Timer => {
    const wait = Math.max(at - clock.now(), 0);
    const isTooLong = wait > longestTimeout;
    const timeout = setTimeout(isTooLong ? placeAgain : fire, isTooLong ? longestTimeout : wait).unref();
    return { cancel: () => clearTimeout(timeout) };
  };

  return {
    schedule: (at, action) => {
      let timer: Timer | undefined;
      const fire = (): void => {
        places.delete(place);
        action();
      };
      const place = (): void => {
        timer?.cancel();
        timer = clock.speed <= 1 || isWorkPending() ? clock.schedule(at, fire) : byWall(at, fire, place);
      };
      places.add(place);
      place();
      return {
        cancel: () => {
          places.delete(place);
          timer?.cancel();
        },
      };
    },
    wake: () => {
      for (const place of [...places]) place();
    },
  };
};

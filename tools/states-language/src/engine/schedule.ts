import type { SimulationClock, Timer } from '@atlas-engine/simulation';

/** Timers by key: setting one again takes the earlier one back. */
export interface Schedule {
  set(key: string, at: number, action: () => Promise<void>): void;
  cancel(key: string): void;
  cancelAll(): void;
}

export const createSchedule = (clock: SimulationClock): Schedule => {
  const timers = new Map<string, Timer>();
  const cancel = (key: string): void => {
    timers.get(key)?.cancel();
    timers.delete(key);
  };
  return {
    set: (key, at, action) => {
      cancel(key);
      const timer = clock.schedule(at, () => {
        timers.delete(key);
        return action();
      });
      timers.set(key, timer);
    },
    cancel,
    cancelAll: () => {
      for (const key of [...timers.keys()]) cancel(key);
    },
  };
};

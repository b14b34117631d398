import type { SimulationClock } from '@atlas-engine/simulation';
import { randomUUID } from 'node:crypto';

interface Hold {
  readonly letGo: () => void;
  readonly timer: NodeJS.Timeout;
}

/** Holds of the clock by clients of the local cloud. */
export interface ClockHolds {
  readonly expiresInMs: number;
  /** Holds the clock; gives the hold's id. */
  take(): string;
  /** Begins a hold's time anew; false when it is over. */
  renew(id: string): boolean;
  release(id: string): void;
}

/** A hold ends by itself after `expiresInMs` of the wall's time, lest a client that was killed holds the clock for ever. */
export function createClockHolds(clock: SimulationClock, expiresInMs = 15_000): ClockHolds {
  const holds = new Map<string, Hold>();
  const release = (id: string): void => {
    const hold = holds.get(id);
    if (hold === undefined) return;
    clearTimeout(hold.timer);
    hold.letGo();
    holds.delete(id);
  };
  const keep = (id: string, letGo: () => void): void => {
    const timer = setTimeout(() => release(id), expiresInMs).unref();
    holds.set(id, { letGo, timer });
  };
  return {
    expiresInMs,
    take() {
      const id = randomUUID();
      const held = clock.hold();
      keep(id, () => held.release());
      return id;
    },
    renew(id) {
      const hold = holds.get(id);
      if (hold === undefined) return false;
      clearTimeout(hold.timer);
      keep(id, hold.letGo);
      return true;
    },
    release,
  };
}

import type { StateStore } from '@atlas-engine/simulation';

/** Simulated time as the store knows it: a restart goes on where time stood, and never before the wall's time. */
export interface DurableTime {
  readonly start: number;
  save(now: number): void;
}

export function openDurableTime(store: StateStore, wall: number): DurableTime {
  const collection = store.collection<number>('host/clock');
  return {
    start: Math.max(collection.get('now') ?? 0, wall),
    save: (now) => collection.set('now', now),
  };
}

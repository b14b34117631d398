import type { Collection } from '@atlas-engine/simulation';

/** The last entries of something, the oldest first. */
export interface BoundedLog<T> {
  add(entry: T): void;
  list(): readonly T[];
}

/** Keeps at most `most` entries in a stored collection. */
export const createBoundedLog = <T>(entries: Collection<T>, most: number): BoundedLog<T> => {
  let next = Math.max(-1, ...[...entries.keys()].map(Number)) + 1;
  return {
    add: (entry) => {
      entries.set(String(next), entry);
      next += 1;
      for (const key of entries.keys()) {
        if (entries.size <= most) return;
        entries.delete(key);
      }
    },
    list: () => [...entries.values()],
  };
};

import type { Collection, StateStore } from '@atlas-engine/simulation';
import { createMemoryStore } from '@atlas-engine/simulation';

/** What of a store outlives a kill: all that was set by the last flush. */
export type StoreImage = ReadonlyMap<string, [string, string][]>;

export interface CrashStore extends StateStore {
  /** What a process would find that starts after this one was killed now. */
  image(): StoreImage;
  readonly flushes: number;
}

/** A store that forgets what was not flushed, for killing an engine at any flush; `onFlush` may be that kill. */
export const createCrashStore = (
  from: StoreImage = new Map(),
  onFlush?: (count: number) => void,
): CrashStore => {
  const memory = createMemoryStore();
  const names = new Set(from.keys());
  for (const [name, entries] of from)
    for (const [key, text] of entries) memory.collection(name).set(key, JSON.parse(text));
  let durable = from;
  let flushes = 0;
  return {
    collection: <V>(name: string): Collection<V> => {
      names.add(name);
      return memory.collection<V>(name);
    },
    flush: () => {
      flushes += 1;
      durable = new Map(
        [...names].map((name) => [
          name,
          [...memory.collection(name).entries()].map(([key, value]): [string, string] => [
            key,
            JSON.stringify(value),
          ]),
        ]),
      );
      onFlush?.(flushes);
    },
    close: () => undefined,
    image: () => durable,
    get flushes() {
      return flushes;
    },
  };
};

import { SimulationError } from './simulation-error.ts';
import type { Collection, StateStore } from './state-store.ts';

/** A collection in memory; `changed` hears of every key that is written or deleted. */
export const createMemoryCollection = <V>(
  name: string,
  entries: Iterable<[string, V]> = [],
  changed: (key: string, change: 'set' | 'delete') => void = () => undefined,
): Collection<V> => {
  const map = new Map(entries);
  return {
    get size() {
      return map.size;
    },
    get: (key) => map.get(key),
    has: (key) => map.has(key),
    set: (key, value) => {
      if (value === undefined)
        throw new SimulationError(`${name}: the value of ${key} must be JSON, was undefined`);
      map.set(key, value);
      changed(key, 'set');
    },
    delete: (key) => {
      const existed = map.delete(key);
      if (existed) changed(key, 'delete');
      return existed;
    },
    keys: () => map.keys(),
    values: () => map.values(),
    entries: () => map.entries(),
  };
};

/** State that ends with the process: for tests, and for a local cloud that starts afresh each time. */
export const createMemoryStore = (): StateStore => {
  const collections = new Map<string, Collection<unknown>>();
  return {
    collection: <V>(name: string) => {
      const existing = collections.get(name) ?? createMemoryCollection<unknown>(name);
      collections.set(name, existing);
      return existing as Collection<V>;
    },
    flush: () => undefined,
    close: () => undefined,
  };
};

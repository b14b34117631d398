import type { BatchStep, Item, Part, Store } from './dynalite-modules.js';

/** One write as dynalite's action would do it, kept back as steps of a batch. */
export interface WriteSession {
  /** What the action is run on instead of the real store. */
  readonly store: Store;
  /** The item and its index entries, to be written together. */
  readonly steps: BatchStep[];
  /** The item before the write. */
  readonly before: Item | undefined;
}

/**
 * Lets an action read the real store and notes what it would write.
 *
 * dynalite writes index entries one by one and then the item: a process that ends between leaves an index that
 * disagrees. As one batch they are one.
 */
export const createWriteSession = (real: Store): WriteSession => {
  const steps: BatchStep[] = [];
  let before: Item | undefined;
  const recording = (prefix: string, part: Part): Part => ({
    get: (key, callback) =>
      part.get(key, (error, item) => {
        before = item;
        callback(error, item);
      }),
    put: (key, value, callback) => {
      steps.push({ type: 'put', key: prefix + key, value });
      callback(null);
    },
    del: (key, callback) => {
      steps.push({ type: 'del', key: prefix + key });
      callback(null);
    },
    lock: (_key, held) => held((callback) => callback),
  });
  return {
    store: {
      ...real,
      getItemDb: (table) => recording(`item-${table}~`, real.getItemDb(table)),
      getIndexDb: (type, table, index) =>
        recording(`index-${type.toLowerCase()}~${table}~${index}~`, real.getIndexDb(type, table, index)),
    },
    steps,
    get before() {
      return before;
    },
  };
};

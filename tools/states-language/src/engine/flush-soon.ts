import type { StateStore } from '@atlas-engine/simulation';

/** Makes a function that resolves once all that is set by now is durable; calls of one turn share one flush. */
export const createFlushSoon = (store: StateStore): (() => Promise<void>) => {
  let pending: Promise<void> | undefined;
  const flush = (resolve: () => void, reject: (reason: unknown) => void): void => {
    pending = undefined;
    try {
      store.flush();
      resolve();
    } catch (error) {
      reject(error);
    }
  };
  return () => {
    pending ??= new Promise((resolve, reject) => {
      setImmediate(flush, resolve, reject);
    });
    return pending;
  };
};

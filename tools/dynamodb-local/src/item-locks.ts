/** Serializes work on items. Keys are taken all at once, so that no two workers wait for each other. */
export interface ItemLocks {
  /** Runs `work` once nobody who asked before holds any of the keys. */
  hold<T>(keys: readonly string[], work: () => Promise<T>): Promise<T>;
}

/** Makes locks that nobody holds. */
export const createItemLocks = (): ItemLocks => {
  const tails = new Map<string, Promise<unknown>>();
  const hold = async <T>(keys: readonly string[], work: () => Promise<T>): Promise<T> => {
    const before = keys.flatMap((key) => tails.get(key) ?? []);
    const turn = Promise.all(before).then(work);
    // Who comes next waits for the end, not for success.
    const settled = turn.then(
      () => undefined,
      () => undefined,
    );
    for (const key of keys) tails.set(key, settled);
    try {
      return await turn;
    } finally {
      for (const key of keys) if (tails.get(key) === settled) tails.delete(key);
    }
  };
  return { hold };
};

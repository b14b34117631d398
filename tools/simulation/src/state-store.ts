/** A named map that outlives the process: changes are durable once {@link StateStore.flush} returns. Values are JSON. */
export interface Collection<V> {
  readonly size: number;
  get(key: string): V | undefined;
  has(key: string): boolean;
  set(key: string, value: V): void;
  delete(key: string): boolean;
  keys(): IterableIterator<string>;
  values(): IterableIterator<V>;
  entries(): IterableIterator<[string, V]>;
}

/** Everything the local cloud must remember between two starts. */
export interface StateStore {
  /** The collection of that name; asking twice gives the same one. Names are `service/thing`, e.g. `sqs/messages`. */
  collection<V>(name: string): Collection<V>;
  /** Writes what changed in one transaction. The wire server calls it before every answer leaves. */
  flush(): void;
  close(): void;
}

import { compareKeys, firstWhere } from './key-order.ts';

/** The keys of each bucket in the order of their UTF-8 bytes, so that a page of a list costs what the page holds. */
export interface KeyIndex {
  keys(bucket: string): readonly string[];
  add(bucket: string, key: string): void;
  remove(bucket: string, key: string): void;
}

/** Indexes the objects that are there. */
export const createKeyIndex = (objects: Iterable<{ bucket: string; key: string }>): KeyIndex => {
  const buckets = new Map<string, string[]>();
  const keysOf = (bucket: string): string[] => {
    const known = buckets.get(bucket) ?? [];
    buckets.set(bucket, known);
    return known;
  };
  const placeOf = (keys: readonly string[], key: string): number =>
    firstWhere(keys, (known) => compareKeys(known, key) >= 0);

  for (const { bucket, key } of objects) keysOf(bucket).push(key);
  for (const keys of buckets.values()) keys.sort(compareKeys);
  return {
    keys: (bucket) => buckets.get(bucket) ?? [],
    add: (bucket, key) => {
      const keys = keysOf(bucket);
      const place = placeOf(keys, key);
      if (keys[place] !== key) keys.splice(place, 0, key);
    },
    remove: (bucket, key) => {
      const keys = keysOf(bucket);
      const place = placeOf(keys, key);
      if (keys[place] === key) keys.splice(place, 1);
    },
  };
};

import type { Collection, StateStore } from '@atlas-engine/simulation';
import type { BodyStore } from './body-store.ts';
import { md5 } from './checksum/checksum.ts';
import { createKeyIndex } from './key-index.ts';
import type { ObjectContent, StoredObject } from './stored-object.ts';

/** The records of objects, with their bodies elsewhere. */
export interface ObjectStore {
  put(object: ObjectContent, now: number): StoredObject;
  find(bucket: string, key: string): StoredObject | undefined;
  read(object: StoredObject): Buffer;
  /** Gives false when there was none. */
  remove(bucket: string, key: string): boolean;
  /** In the order of their UTF-8 bytes. */
  keys(bucket: string): readonly string[];
}

/** The records as they are stored. */
export const objectRecords = (store: StateStore): Collection<StoredObject> => store.collection('s3/objects');

const idOf = (bucket: string, key: string): string => `${bucket}/${key}`;

/** Opens the objects of the store. */
export const createObjectStore = (store: StateStore, bodies: BodyStore): ObjectStore => {
  const objects = objectRecords(store);
  const counters = store.collection<number>('s3/counters');
  const index = createKeyIndex(objects.values());

  const nextSequencer = (): string => {
    const next = (counters.get('sequencer') ?? 0) + 1;
    counters.set('sequencer', next);
    return next.toString(16).toUpperCase().padStart(18, '0');
  };

  return {
    put: ({ bucket, key, body, traits, checksum, etag = md5(body).toString('hex') }, now) => {
      const id = idOf(bucket, key);
      const replaced = objects.get(id);
      const stored: StoredObject = {
        ...traits,
        bucket,
        key,
        size: body.length,
        etag,
        checksum,
        lastModified: now,
        bodyId: bodies.write(body),
        sequencer: nextSequencer(),
      };
      objects.set(id, stored);
      index.add(bucket, key);
      if (replaced !== undefined) bodies.remove(replaced.bodyId);
      return stored;
    },
    find: (bucket, key) => objects.get(idOf(bucket, key)),
    read: ({ bodyId }) => bodies.read(bodyId),
    remove: (bucket, key) => {
      const removed = objects.get(idOf(bucket, key));
      if (removed === undefined) return false;
      objects.delete(idOf(bucket, key));
      index.remove(bucket, key);
      bodies.remove(removed.bodyId);
      return true;
    },
    keys: (bucket) => index.keys(bucket),
  };
};

import type { StateStore } from '@atlas-engine/simulation';
import { missingBody, type BodyStore } from './body-store.ts';

/** Bodies in the store itself, beside their records. */
export const createStoredBodies = (store: StateStore): BodyStore => {
  const bodies = store.collection<string>('s3/bodies');
  const counters = store.collection<number>('s3/counters');
  return {
    write: (body) => {
      const id = (counters.get('body') ?? 0) + 1;
      counters.set('body', id);
      bodies.set(String(id), Buffer.from(body).toString('base64'));
      return String(id);
    },
    read: (id) => {
      const body = bodies.get(id);
      if (body === undefined) throw missingBody(id);
      return Buffer.from(body, 'base64');
    },
    remove: (id) => void bodies.delete(id),
  };
};

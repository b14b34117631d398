import type { Collection, StateStore } from '@atlas-engine/simulation';
import { checkBucketName } from './bucket-name.ts';
import { noSuchBucket } from './s3-error.ts';

/** What S3 keeps of a bucket beside its objects. */
export interface Bucket {
  readonly name: string;
  /** Epoch milliseconds. */
  readonly createdAt: number;
  /** Whether it tells EventBridge of new objects. */
  readonly events: boolean;
  /** Headers of the encryption that objects get when their writer names none. */
  readonly encryption: Readonly<Record<string, string>>;
}

/** The buckets, which outlive the process. */
export interface BucketDirectory {
  find(name: string): Bucket | undefined;
  /** @throws AwsError NoSuchBucket */
  get(name: string): Bucket;
  /** Makes or changes a bucket. @throws AwsError InvalidBucketName */
  set(name: string, changes: Partial<Pick<Bucket, 'events' | 'encryption'>>): Bucket;
  remove(name: string): void;
  /** In the order of their names. */
  names(): readonly string[];
}

const byS3 = { 'x-amz-server-side-encryption': 'AES256' };

/** Opens the buckets of the store. */
export const createBucketDirectory = (store: StateStore, now: () => number): BucketDirectory => {
  const buckets: Collection<Bucket> = store.collection('s3/buckets');
  return {
    find: (name) => buckets.get(name),
    get: (name) => {
      const bucket = buckets.get(name);
      if (bucket === undefined) throw noSuchBucket(name);
      return bucket;
    },
    set: (name, changes) => {
      checkBucketName(name);
      const known = buckets.get(name) ?? { name, createdAt: now(), events: false, encryption: byS3 };
      const bucket = { ...known, ...changes };
      buckets.set(name, bucket);
      return bucket;
    },
    remove: (name) => void buckets.delete(name),
    names: () => [...buckets.keys()].sort(),
  };
};

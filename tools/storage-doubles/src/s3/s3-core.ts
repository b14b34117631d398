import type { BucketDirectory } from './bucket-directory.ts';
import type { ObjectStore } from './object-store.ts';
import type { S3Request } from './s3-request.ts';
import type { ObjectContent, StoredObject } from './stored-object.ts';
import type { Uploads } from './uploads.ts';
import type { WireResponse } from '@atlas-engine/aws-wire';

/** Why and for whom an object is stored, as its event tells. */
export interface WriteOrigin {
  readonly reason: 'PutObject' | 'CopyObject' | 'CompleteMultipartUpload';
  /** An account, or a service's principal. */
  readonly requester: string;
}

/** What the operations work on. */
export interface S3Core {
  readonly buckets: BucketDirectory;
  readonly objects: ObjectStore;
  readonly uploads: Uploads;
  readonly accountId: string;
  /** Stores an object and tells EventBridge of it. @throws AwsError NoSuchBucket */
  put(object: ObjectContent, origin: WriteOrigin): StoredObject;
  now(): number;
}

/** Operations by their names. */
export type S3Operations = Readonly<Record<string, (request: S3Request) => WireResponse>>;

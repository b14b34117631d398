import type { ServiceDouble } from '@atlas-engine/aws-wire';
import type { SimulationClock, StateStore } from '@atlas-engine/simulation';
import { createBodyDirectory } from './body-directory.ts';
import { createBucketDirectory } from './bucket-directory.ts';
import { deleteBucket } from './bucket-operations.ts';
import { checksumOf } from './checksum/checksum.ts';
import { createObjectStore, objectRecords } from './object-store.ts';
import { createdDetail, type ObjectCreated } from './object-created.ts';
import { createS3Service } from './s3-service.ts';
import type { S3Core } from './s3-core.ts';
import { checkKey } from './s3-request.ts';
import { createStoredBodies } from './stored-bodies.ts';
import { defaultContentType, type NewObject, type StoredObject } from './stored-object.ts';
import { bucketFromTemplate } from './template-bucket.ts';
import { createUploads, partRecords } from './uploads.ts';

/** What S3 is made of. */
export interface S3Options {
  readonly clock: SimulationClock;
  readonly store: StateStore;
  /** Directory for bodies, for this S3 alone; the store itself when absent. */
  readonly path?: string;
  /** Owner of the buckets, and the requester in events; `000000000000` by default. */
  readonly accountId?: string;
  /** Called for buckets that send their events to EventBridge, once the object is stored. */
  readonly notify: (event: ObjectCreated) => void;
}

/** S3 on this machine. */
export interface S3 {
  /** For the wire server; signing scope `s3`. */
  readonly service: ServiceDouble;
  /** Makes or changes a bucket by the Properties of an AWS::S3::Bucket. @throws AwsError */
  createBucket(properties: Readonly<Record<string, unknown>>): {
    readonly name: string;
    readonly arn: string;
  };
  /** Removes an empty bucket. @throws AwsError NoSuchBucket or BucketNotEmpty */
  deleteBucket(name: string): void;
  /** Stores an object in the name of a service. @throws AwsError NoSuchBucket or KeyTooLongError */
  putObject(object: NewObject & { readonly requester: string }): StoredObject;
  getObject(bucket: string, key: string): Buffer | undefined;
  hasObject(bucket: string, key: string): boolean;
  /** In the order of their UTF-8 bytes. */
  objectKeys(bucket: string): readonly string[];
  buckets(): readonly string[];
}

const openBodies = ({ clock, store, path }: S3Options) => {
  if (path === undefined) return createStoredBodies(store);
  const records = [...objectRecords(store).values(), ...partRecords(store).values()];
  return createBodyDirectory({ clock, store, path, named: new Set(records.map(({ bodyId }) => bodyId)) });
};

/**
 * S3 in path style, without versions: buckets, objects, lists and multipart uploads.
 *
 * A sub-resource, a header or a property that it does not know is refused by name.
 *
 * @throws the system's error when the directory can not be made or read.
 */
export const createS3 = (options: S3Options): S3 => {
  const { clock, store, accountId = '000000000000' } = options;
  const now = (): number => clock.now();
  const bodies = openBodies(options);
  const buckets = createBucketDirectory(store, now);
  const objects = createObjectStore(store, bodies);
  const core: S3Core = {
    buckets,
    objects,
    uploads: createUploads({ store, bodies, now }),
    accountId,
    now,
    put: (object, origin) => {
      const { name, events } = buckets.get(object.bucket);
      const stored = objects.put(object, now());
      if (events) options.notify({ bucket: name, detail: createdDetail(stored, origin) });
      return stored;
    },
  };
  return {
    service: createS3Service(core),
    createBucket: (properties) => {
      const { name, ...wanted } = bucketFromTemplate(properties);
      buckets.set(name, wanted);
      return { name, arn: `arn:aws:s3:::${name}` };
    },
    deleteBucket: (name) => deleteBucket(core, name),
    putObject: ({ bucket, key, body, contentType = defaultContentType, metadata = {}, requester }) => {
      const traits = { contentType, metadata, headers: buckets.get(bucket).encryption };
      const checksum = checksumOf('CRC64NVME', body);
      return core.put(
        { bucket, key: checkKey(key), body, traits, checksum },
        { reason: 'PutObject', requester },
      );
    },
    getObject: (bucket, key) => {
      const object = objects.find(bucket, key);
      return object && objects.read(object);
    },
    hasObject: (bucket, key) => objects.find(bucket, key) !== undefined,
    objectKeys: (bucket) => objects.keys(bucket),
    buckets: () => buckets.names(),
  };
};

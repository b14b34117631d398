import { copyObject } from './copy-object.ts';
import { checksumHeaders, checksumOf } from './checksum/checksum.ts';
import { verifyBody } from './checksum/verify-body.ts';
import { checkWriteConditions } from './conditions.ts';
import { deleteObjects } from './delete-objects.ts';
import { listObjects, listObjectsV2 } from './list-objects.ts';
import { encryptionHeaders, traitsOf } from './object-traits.ts';
import { readObject } from './read-object.ts';
import { notImplemented } from './s3-error.ts';
import type { S3Core, S3Operations } from './s3-core.ts';
import { emptyAnswer } from './s3-xml.ts';
import { quoted } from './stored-object.ts';

const putObject =
  (core: S3Core): S3Operations[string] =>
  ({ bucket, key, wire }) => {
    const { encryption } = core.buckets.get(bucket);
    const traits = traitsOf(wire.headers, encryption);
    const checksum = verifyBody(wire) ?? checksumOf('CRC64NVME', wire.body);
    checkWriteConditions(key, core.objects.find(bucket, key), wire.headers);
    const stored = core.put(
      { bucket, key, body: wire.body, traits, checksum },
      { reason: 'PutObject', requester: core.accountId },
    );
    return emptyAnswer(200, {
      etag: quoted(stored.etag),
      ...checksumHeaders(checksum),
      ...encryptionHeaders(stored),
    });
  };

/** Operations on objects and their lists. */
export const objectOperations = (core: S3Core): S3Operations => ({
  ListObjects: (request) => listObjects(core, request),
  ListObjectsV2: (request) => listObjectsV2(core, request),
  PutObject: putObject(core),
  GetObject: (request) => readObject(core, request),
  HeadObject: (request) => readObject(core, request),
  CopyObject: (request) => copyObject(core, request),
  DeleteObject: ({ bucket, key, wire }) => {
    if (wire.headers['if-match'] !== undefined) throw notImplemented('If-Match of DeleteObject');
    core.objects.remove(core.buckets.get(bucket).name, key);
    return emptyAnswer(204);
  },
  DeleteObjects: (request) => deleteObjects(core, request),
});

import type { WireResponse } from '@atlas-engine/aws-wire';
import {
  checksumElement,
  checksumHeader,
  checksumOf,
  compositeChecksum,
  md5,
  type Checksum,
} from './checksum/checksum.ts';
import { compareChecksum, sentAlgorithm } from './checksum/verify-body.ts';
import { checkWriteConditions } from './conditions.ts';
import { encryptionHeaders } from './object-traits.ts';
import { requestedParts } from './requested-parts.ts';
import { invalidRequest, noSuchUpload } from './s3-error.ts';
import type { S3Core } from './s3-core.ts';
import type { S3Request } from './s3-request.ts';
import { xmlAnswer } from './s3-xml.ts';
import { quoted, type StoredObject } from './stored-object.ts';
import type { Part, Upload } from './uploads.ts';

const answerWith = (object: StoredObject): WireResponse => {
  const { bucket, key, etag, checksum } = object;
  return xmlAnswer(
    'CompleteMultipartUploadResult',
    {
      Location: `/${bucket}/${encodeURIComponent(key)}`,
      Bucket: bucket,
      Key: key,
      ETag: quoted(etag),
      [checksumElement(checksum.algorithm)]: checksum.value,
      ChecksumType: checksum.type,
    },
    encryptionHeaders(object),
  );
};

/** S3 answers a second, equal request as it did the first, while the object is the one that was made. */
const answerAgain = ({ objects }: S3Core, upload: Upload, asked: string): WireResponse => {
  const made = upload.end?.completed;
  const object = objects.find(upload.bucket, upload.key);
  if (made?.asked === asked && object?.sequencer === made.sequencer) return answerWith(object);
  throw noSuchUpload(upload.id);
};

const checksumOfWhole = ({ checksum: plan }: Upload, parts: readonly Part[], body: Buffer): Checksum => {
  if (plan?.type !== 'COMPOSITE') return checksumOf(plan?.algorithm ?? 'CRC64NVME', body);
  return compositeChecksum(
    plan.algorithm,
    parts.map(({ checksum }) => checksum?.value ?? ''),
  );
};

/** Compares what was sent about the whole object with what came out. */
const checkWhole = ({ wire }: S3Request, body: Buffer, checksum: Checksum): void => {
  const size = wire.headers['x-amz-mp-object-size'];
  if (size !== undefined && Number(size) !== body.length)
    throw invalidRequest(
      `The provided 'x-amz-mp-object-size' header value ${size} does not match what was computed: ${body.length}`,
    );
  const algorithm = sentAlgorithm(wire);
  if (algorithm === undefined) return;
  const actual = algorithm === checksum.algorithm ? checksum : checksumOf(algorithm, body);
  compareChecksum(wire.headers[checksumHeader(algorithm)] ?? '', actual);
};

/** `CompleteMultipartUpload`. @throws AwsError as S3 refuses an upload, its parts or their checksums. */
export const completeUpload = (core: S3Core, request: S3Request): WireResponse => {
  const { bucket, key, wire } = request;
  const asked = md5(wire.body).toString('hex');
  const upload = core.uploads.find(wire.query.get('uploadId') ?? '', {
    bucket: core.buckets.get(bucket).name,
    key,
  });
  if (upload.end !== undefined) return answerAgain(core, upload, asked);
  const parts = requestedParts(wire.body, upload, core.uploads.parts(upload.id));
  checkWriteConditions(key, core.objects.find(bucket, key), wire.headers);
  const body = Buffer.concat(parts.map((part) => core.uploads.read(part)));
  const checksum = checksumOfWhole(upload, parts, body);
  checkWhole(request, body, checksum);
  const tags = Buffer.concat(parts.map(({ etag }) => Buffer.from(etag, 'hex')));
  const etag = `${md5(tags).toString('hex')}-${parts.length}`;
  const stored = core.put(
    { bucket, key, body, traits: upload.traits, checksum, etag },
    { reason: 'CompleteMultipartUpload', requester: core.accountId },
  );
  core.uploads.end(upload, { asked, sequencer: stored.sequencer });
  return answerWith(stored);
};

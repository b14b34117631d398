import type { WireResponse } from '@atlas-engine/aws-wire';
import { byteRange, type ByteRange } from './byte-range.ts';
import { checksumHeaders } from './checksum/checksum.ts';
import { judgeConditions } from './conditions.ts';
import { noSuchKey, notImplemented, preconditionFailed } from './s3-error.ts';
import type { S3Core } from './s3-core.ts';
import type { S3Request } from './s3-request.ts';
import { emptyAnswer } from './s3-xml.ts';
import { quoted, type StoredObject } from './stored-object.ts';

const overrides = [
  'content-type',
  'content-language',
  'expires',
  'cache-control',
  'content-disposition',
].concat('content-encoding');

const overridden = (query: URLSearchParams): Record<string, string> =>
  Object.fromEntries(
    overrides.flatMap((name) => {
      const value = query.get(`response-${name}`);
      return value === null ? [] : [[name, value]];
    }),
  );

const identity = (object: StoredObject): Record<string, string> => ({
  etag: quoted(object.etag),
  'last-modified': new Date(object.lastModified).toUTCString(),
  ...object.headers,
});

const description = (object: StoredObject, { wire }: S3Request): Record<string, string> => ({
  ...identity(object),
  'accept-ranges': 'bytes',
  'content-type': object.contentType,
  ...Object.fromEntries(
    Object.entries(object.metadata).map(([name, value]) => [`x-amz-meta-${name}`, value]),
  ),
  ...overridden(wire.query),
});

/** Tells of the checksum when asked; a part of a body has none. */
const proof = (object: StoredObject, { wire }: S3Request, range?: ByteRange): Record<string, string> =>
  wire.headers['x-amz-checksum-mode']?.toUpperCase() === 'ENABLED' && range === undefined
    ? checksumHeaders(object.checksum)
    : {};

const extent = ([from, to]: ByteRange, size: number): Record<string, string> => ({
  'content-range': `bytes ${from}-${to}/${size}`,
});

const wantedObject = ({ buckets, objects }: S3Core, { bucket, key, wire }: S3Request): StoredObject => {
  if (wire.query.has('partNumber')) throw notImplemented('partNumber of a read');
  const object = objects.find(buckets.get(bucket).name, key);
  if (object === undefined) throw noSuchKey(key);
  return object;
};

/**
 * `GetObject` and `HeadObject`, with conditions and a byte range.
 *
 * @throws AwsError NoSuchBucket, NoSuchKey, PreconditionFailed or InvalidRange.
 */
export const readObject = (core: S3Core, request: S3Request): WireResponse => {
  const { wire } = request;
  const object = wantedObject(core, request);
  const verdict = judgeConditions(object, wire.headers);
  if (verdict === 'failed') throw preconditionFailed('If-Match or If-Unmodified-Since');
  if (verdict === 'not-modified') return emptyAnswer(304, identity(object));
  const range = byteRange(wire.headers['range'], object.size);
  const [from, to] = range ?? [0, object.size - 1];
  const headers = {
    ...description(object, request),
    ...proof(object, request, range),
    ...(range && extent(range, object.size)),
    'content-length': String(to - from + 1),
  };
  const status = range === undefined ? 200 : 206;
  if (wire.method === 'HEAD') return emptyAnswer(status, headers);
  return { status, headers, body: core.objects.read(object).subarray(from, to + 1) };
};

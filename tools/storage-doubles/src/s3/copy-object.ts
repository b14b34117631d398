import type { WireResponse } from '@atlas-engine/aws-wire';
import {
  checksumAlgorithms,
  checksumElement,
  checksumOf,
  type Checksum,
  type ChecksumAlgorithm,
} from './checksum/checksum.ts';
import { checkWriteConditions, judgeConditions } from './conditions.ts';
import { encryptionHeaders, traitsOf } from './object-traits.ts';
import { invalidArgument, invalidRequest, noSuchKey, preconditionFailed } from './s3-error.ts';
import type { S3Core } from './s3-core.ts';
import type { S3Request } from './s3-request.ts';
import { xmlAnswer } from './s3-xml.ts';
import { quoted, type ObjectTraits, type StoredObject } from './stored-object.ts';

const decoded = (source: string): string => {
  try {
    return decodeURIComponent(source);
  } catch {
    return '';
  }
};

/** Bucket and key that x-amz-copy-source names. @throws AwsError InvalidArgument */
const sourceAddress = (header: string): { readonly bucket: string; readonly key: string } => {
  const [path = '', version = 'versionId=null'] = header.split('?');
  const [, bucket, key] = /^\/?([^/]+)\/(.+)$/s.exec(decoded(path)) ?? [];
  if (bucket !== undefined && key !== undefined && version === 'versionId=null') return { bucket, key };
  throw invalidArgument(
    'Copy Source must mention the source bucket and key: sourcebucket/sourcekey, percent-encoded, without a version',
    { ArgumentName: 'x-amz-copy-source', ArgumentValue: header },
  );
};

const findSource = ({ buckets, objects }: S3Core, { wire }: S3Request): StoredObject => {
  const { bucket, key } = sourceAddress(wire.headers['x-amz-copy-source'] ?? '');
  const source = objects.find(buckets.get(bucket).name, key);
  if (source === undefined) throw noSuchKey(key);
  if (judgeConditions(source, wire.headers, 'x-amz-copy-source-') === 'met') return source;
  throw preconditionFailed('x-amz-copy-source-If-*');
};

const directiveOf = ({ wire }: S3Request): 'COPY' | 'REPLACE' => {
  const directive = wire.headers['x-amz-metadata-directive'] ?? 'COPY';
  if (directive === 'COPY' || directive === 'REPLACE') return directive;
  throw invalidArgument('Unknown metadata directive: COPY or REPLACE', {
    ArgumentName: 'x-amz-metadata-directive',
    ArgumentValue: directive,
  });
};

/** Storage class and encryption are always the request's own; the rest only when it says REPLACE. */
const traitsOfCopy = (core: S3Core, request: S3Request, source: StoredObject): ObjectTraits => {
  const asked = traitsOf(request.wire.headers, core.buckets.get(request.bucket).encryption);
  if (directiveOf(request) === 'REPLACE') return asked;
  const described = Object.entries(source.headers).filter(([name]) => !name.startsWith('x-amz-'));
  const own = Object.entries(asked.headers).filter(([name]) => name.startsWith('x-amz-'));
  return {
    contentType: source.contentType,
    metadata: source.metadata,
    headers: Object.fromEntries([...described, ...own]),
  };
};

const changing = ['x-amz-storage-class', 'x-amz-server-side-encryption'];

const refuseCopyOntoItself = ({ bucket, key, wire }: S3Request, source: StoredObject): void => {
  const isSame = source.bucket === bucket && source.key === key;
  if (isSame && !changing.some((name) => wire.headers[name] !== undefined))
    throw invalidRequest(
      "This copy request is illegal because it is trying to copy an object to itself without changing the object's metadata, storage class, website redirect location or encryption attributes.",
    );
};

/** A copy keeps its source's checksum algorithm, and its checksum is of the whole object. */
const checksumOfCopy = ({ wire }: S3Request, source: StoredObject, body: Buffer): Checksum => {
  const wanted = wire.headers['x-amz-checksum-algorithm'] ?? source.checksum.algorithm;
  const algorithm = checksumAlgorithms.find((name): name is ChecksumAlgorithm => name === wanted);
  if (algorithm !== undefined) return checksumOf(algorithm, body);
  throw invalidRequest(
    `Checksum algorithm provided is unsupported: ${wanted}, only ${checksumAlgorithms.join(', ')}`,
  );
};

/** `CopyObject`. @throws AwsError NoSuchBucket, NoSuchKey, InvalidArgument, InvalidRequest or PreconditionFailed */
export const copyObject = (core: S3Core, request: S3Request): WireResponse => {
  const { bucket, key, wire } = request;
  core.buckets.get(bucket);
  const source = findSource(core, request);
  if (directiveOf(request) === 'COPY') refuseCopyOntoItself(request, source);
  checkWriteConditions(key, core.objects.find(bucket, key), wire.headers);
  const body = core.objects.read(source);
  const checksum = checksumOfCopy(request, source, body);
  const stored = core.put(
    { bucket, key, body, traits: traitsOfCopy(core, request, source), checksum },
    { reason: 'CopyObject', requester: core.accountId },
  );
  return xmlAnswer(
    'CopyObjectResult',
    {
      ETag: quoted(stored.etag),
      LastModified: new Date(stored.lastModified).toISOString(),
      [checksumElement(checksum.algorithm)]: checksum.value,
      ChecksumType: checksum.type,
    },
    encryptionHeaders(stored),
  );
};

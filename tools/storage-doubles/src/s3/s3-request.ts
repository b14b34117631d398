import type { WireRequest } from '@atlas-engine/aws-wire';
import { refuseUnknownHeaders } from './known-headers.ts';
import { withPresignedHeaders } from './presigned-query.ts';
import { invalidArgument, s3Refusal } from './s3-error.ts';
import { addressOf, operationOfS3 } from './s3-operation.ts';

/** A path-style S3 request, decoded. */
export interface S3Request {
  readonly operation: string;
  readonly bucket: string;
  /** Empty for a request about the bucket. */
  readonly key: string;
  readonly region: string;
  /** With the headers that a presigned URL carries in its query. */
  readonly wire: WireRequest;
}

/** Bytes of a key in UTF-8. */
const longestKey = 1024;

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    throw s3Refusal(
      'InvalidURI',
      400,
    )("Couldn't parse the specified URI: the path must be percent-encoded UTF-8.");
  }
};

/** @throws AwsError KeyTooLongError */
export const checkKey = (key: string): string => {
  const size = Buffer.byteLength(key);
  if (size <= longestKey) return key;
  throw s3Refusal('KeyTooLongError', 400)('Your key is too long', {
    Size: size,
    MaxSizeAllowed: longestKey,
  });
};

const checkVersion = (query: URLSearchParams): void => {
  const version = query.get('versionId');
  if (version !== null && version !== 'null')
    throw invalidArgument('Invalid version id specified: no bucket has versions here', {
      ArgumentName: 'versionId',
      ArgumentValue: version,
    });
};

const hasContent = ['PutObject', 'UploadPart'];

const checkLength = (operation: string, { headers }: WireRequest): void => {
  const isKnown = headers['content-length'] ?? headers['x-amz-decoded-content-length'];
  if (hasContent.includes(operation) && isKnown === undefined)
    throw s3Refusal('MissingContentLength', 411)('You must provide the Content-Length HTTP header.');
};

/** @throws AwsError for a request that is malformed, or carries what the double does not know. */
export const readS3Request = (original: WireRequest): S3Request => {
  const wire = withPresignedHeaders(original);
  const operation = operationOfS3(wire);
  const { bucket, key } = addressOf(wire.path);
  refuseUnknownHeaders(operation, wire.headers);
  checkLength(operation, wire);
  checkVersion(wire.query);
  const region = wire.scope?.region ?? 'us-east-1';
  return { operation, bucket: decoded(bucket), key: checkKey(decoded(key)), region, wire };
};

import type { WireResponse } from '@atlas-engine/aws-wire';
import { verifyBody } from './checksum/verify-body.ts';
import { invalidRequest, malformedXml, notImplemented } from './s3-error.ts';
import type { S3Core } from './s3-core.ts';
import type { S3Request } from './s3-request.ts';
import { readDocument, recordsOf, xmlAnswer } from './s3-xml.ts';

/** Keys in one request (S3 API reference, DeleteObjects). */
const mostKeys = 1000;

const keyOf = ({ Key, VersionId = 'null', ...others }: Record<string, unknown>): string => {
  const [other] = Object.keys(others);
  if (other !== undefined) throw notImplemented(`${other} of an Object in Delete`);
  if (VersionId !== 'null') throw notImplemented('VersionId of an Object in Delete: no bucket has versions');
  if (typeof Key === 'string' && Key !== '') return Key;
  throw malformedXml('every Object must have a Key');
};

const keysOf = (document: Record<string, unknown>): readonly string[] => {
  const objects = recordsOf(document, 'Object');
  if (objects.length > 0 && objects.length <= mostKeys) return objects.map(keyOf);
  throw malformedXml(`Delete must hold 1 to ${mostKeys} Object elements, has ${objects.length}`);
};

/** `DeleteObjects`: a key that is not there counts as deleted. @throws AwsError NoSuchBucket, InvalidRequest or MalformedXML */
export const deleteObjects = ({ buckets, objects }: S3Core, { bucket, wire }: S3Request): WireResponse => {
  buckets.get(bucket);
  if (verifyBody(wire) === undefined && wire.headers['content-md5'] === undefined)
    throw invalidRequest('Missing required header for this request: Content-MD5 OR x-amz-checksum-*');
  const document = readDocument(wire.body, 'Delete');
  const keys = keysOf(document);
  for (const key of keys) objects.remove(bucket, key);
  return xmlAnswer('DeleteResult', {
    Deleted: document['Quiet'] === 'true' ? [] : keys.map((Key) => ({ Key })),
  });
};

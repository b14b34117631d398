import { tokenAfter } from '../page.ts';
import type { WireResponse } from '@atlas-engine/aws-wire';
import { listEntries, type ListEntry } from './list-entries.ts';
import { nameEncoding, nameToContinue, pageSizeOf } from './list-parameters.ts';
import type { S3Core } from './s3-core.ts';
import type { S3Request } from './s3-request.ts';
import { xmlAnswer, type XmlContent } from './s3-xml.ts';
import { quoted, storageClassOf, type StoredObject } from './stored-object.ts';

const contentsOf = (object: StoredObject, encode: (name: string) => string): XmlContent => ({
  Key: encode(object.key),
  LastModified: new Date(object.lastModified).toISOString(),
  ETag: quoted(object.etag),
  ChecksumAlgorithm: object.checksum.algorithm,
  ChecksumType: object.checksum.type,
  Size: object.size,
  StorageClass: storageClassOf(object),
});

interface ObjectPage {
  readonly last: string;
  readonly truncated: boolean;
  readonly count: number;
  /** What both versions of the operation tell. */
  readonly content: XmlContent;
}

const entriesOf = (
  { objects, accountId }: S3Core,
  { bucket, wire }: S3Request,
  entries: readonly ListEntry[],
): XmlContent => {
  const encode = nameEncoding(wire.query);
  const owner = wire.query.get('fetch-owner') === 'true';
  const found = entries.flatMap(({ name, isPrefix }) => (isPrefix ? [] : (objects.find(bucket, name) ?? [])));
  return {
    Contents: found.map((object) => ({
      ...contentsOf(object, encode),
      Owner: owner ? { ID: accountId } : undefined,
    })),
    CommonPrefixes: entries.flatMap(({ name, isPrefix }) => (isPrefix ? [{ Prefix: encode(name) }] : [])),
  };
};

const pageAfter = (core: S3Core, request: S3Request, after: string): ObjectPage => {
  const { query } = request.wire;
  const encode = nameEncoding(query);
  const prefix = query.get('prefix') ?? '';
  const delimiter = query.get('delimiter') ?? '';
  const most = pageSizeOf(query, 'max-keys');
  const keys = core.objects.keys(core.buckets.get(request.bucket).name);
  const { entries, truncated } = listEntries(keys, { prefix, delimiter, after, most });
  return {
    last: entries.at(-1)?.name ?? '',
    truncated,
    count: entries.length,
    content: {
      Name: request.bucket,
      Prefix: encode(prefix),
      Delimiter: delimiter === '' ? undefined : encode(delimiter),
      EncodingType: query.get('encoding-type') ?? undefined,
      MaxKeys: most,
      IsTruncated: truncated,
      ...entriesOf(core, request, entries),
    },
  };
};

/** `ListObjectsV2`. @throws AwsError NoSuchBucket or InvalidArgument */
export const listObjectsV2 = (core: S3Core, request: S3Request): WireResponse => {
  const { query } = request.wire;
  const startAfter = query.get('start-after') ?? '';
  const page = pageAfter(core, request, nameToContinue(query) ?? startAfter);
  return xmlAnswer('ListBucketResult', {
    ...page.content,
    KeyCount: page.count,
    StartAfter: startAfter === '' ? undefined : nameEncoding(query)(startAfter),
    ContinuationToken: query.get('continuation-token') ?? undefined,
    NextContinuationToken: page.truncated ? tokenAfter(page.last) : undefined,
  });
};

/** `ListObjects`, whose pages go on from a key. @throws AwsError NoSuchBucket or InvalidArgument */
export const listObjects = (core: S3Core, request: S3Request): WireResponse => {
  const { query } = request.wire;
  const encode = nameEncoding(query);
  const marker = query.get('marker') ?? '';
  const page = pageAfter(core, request, marker);
  const isGrouped = query.get('delimiter') !== null;
  return xmlAnswer('ListBucketResult', {
    ...page.content,
    Marker: encode(marker),
    NextMarker: page.truncated && isGrouped ? encode(page.last) : undefined,
  });
};

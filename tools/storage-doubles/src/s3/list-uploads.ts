import type { WireResponse } from '@atlas-engine/aws-wire';
import { checksumElement } from './checksum/checksum.ts';
import { compareKeys } from './key-order.ts';
import { nameEncoding, pageSizeOf } from './list-parameters.ts';
import { notImplemented } from './s3-error.ts';
import type { S3Core } from './s3-core.ts';
import type { S3Request } from './s3-request.ts';
import { xmlAnswer } from './s3-xml.ts';
import { quoted, storageClassOf } from './stored-object.ts';
import type { Part, Upload } from './uploads.ts';

const partView = ({ number, etag, size, at, checksum }: Part) => ({
  PartNumber: number,
  LastModified: new Date(at).toISOString(),
  ETag: quoted(etag),
  Size: size,
  ...(checksum && { [checksumElement(checksum.algorithm)]: checksum.value }),
});

/** `ListParts` of an upload that is under way. @throws AwsError InvalidArgument */
export const listParts = ({ uploads }: S3Core, request: S3Request, upload: Upload): WireResponse => {
  const { query } = request.wire;
  const marker = Number(query.get('part-number-marker') ?? 0);
  const most = pageSizeOf(query, 'max-parts');
  const rest = uploads.parts(upload.id).filter(({ number }) => number > marker);
  const page = rest.slice(0, most);
  const truncated = rest.length > page.length;
  return xmlAnswer('ListPartsResult', {
    Bucket: upload.bucket,
    Key: nameEncoding(query)(upload.key),
    UploadId: upload.id,
    PartNumberMarker: marker,
    NextPartNumberMarker: truncated ? page.at(-1)?.number : undefined,
    MaxParts: most,
    IsTruncated: truncated,
    StorageClass: storageClassOf(upload.traits),
    ChecksumAlgorithm: upload.checksum?.algorithm,
    ChecksumType: upload.checksum?.type,
    Part: page.map(partView),
  });
};

/** By key, and uploads of one key by their start. */
const inOrder = (a: Upload, b: Upload): number =>
  compareKeys(a.key, b.key) || a.startedAt - b.startedAt || compareKeys(a.id, b.id);

/** The uploads after the markers: the second marker counts only with the first. */
const uploadsAfter = (uploads: readonly Upload[], query: URLSearchParams): readonly Upload[] => {
  const key = query.get('key-marker') ?? '';
  const id = query.get('upload-id-marker') ?? '';
  if (key === '') return uploads;
  const at = uploads.findIndex((upload) => upload.key === key && upload.id === id);
  return at < 0 ? uploads.filter((upload) => compareKeys(upload.key, key) > 0) : uploads.slice(at + 1);
};

/** `ListMultipartUploads`. @throws AwsError NoSuchBucket, InvalidArgument or NotImplemented */
export const listUploads = ({ buckets, uploads }: S3Core, { bucket, wire }: S3Request): WireResponse => {
  const { query } = wire;
  if (query.has('delimiter')) throw notImplemented('delimiter of ListMultipartUploads');
  const encode = nameEncoding(query);
  const prefix = query.get('prefix') ?? '';
  const most = pageSizeOf(query, 'max-uploads');
  const all = [...uploads.list(buckets.get(bucket).name)].sort(inOrder);
  const rest = uploadsAfter(all, query).filter(({ key }) => key.startsWith(prefix));
  const page = rest.slice(0, most);
  const last = page.at(-1);
  const truncated = rest.length > page.length;
  return xmlAnswer('ListMultipartUploadsResult', {
    Bucket: bucket,
    Prefix: encode(prefix),
    MaxUploads: most,
    IsTruncated: truncated,
    NextKeyMarker: truncated ? encode(last?.key ?? '') : undefined,
    NextUploadIdMarker: truncated ? last?.id : undefined,
    Upload: page.map(({ key, id, startedAt, traits, checksum }) => ({
      Key: encode(key),
      UploadId: id,
      Initiated: new Date(startedAt).toISOString(),
      StorageClass: storageClassOf(traits),
      ChecksumAlgorithm: checksum?.algorithm,
      ChecksumType: checksum?.type,
    })),
  });
};

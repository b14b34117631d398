import { tokenAfter } from '../page.ts';
import type { WireResponse } from '@atlas-engine/aws-wire';
import { listEntries } from './list-entries.ts';
import { nameToContinue, pageSizeOf } from './list-parameters.ts';
import { notImplemented } from './s3-error.ts';
import type { S3Core } from './s3-core.ts';
import type { S3Request } from './s3-request.ts';
import { xmlAnswer } from './s3-xml.ts';

const checkRegion = (query: URLSearchParams, region: string): void => {
  const wanted = query.get('bucket-region') ?? region;
  if (wanted !== region) throw notImplemented(`a bucket-region other than the caller's, ${region}`);
};

/** `ListBuckets`, in pages when `max-buckets` asks for them. */
export const listBuckets = ({ buckets, accountId }: S3Core, { wire, region }: S3Request): WireResponse => {
  checkRegion(wire.query, region);
  const prefix = wire.query.get('prefix') ?? '';
  const page = listEntries(buckets.names(), {
    prefix,
    delimiter: '',
    after: nameToContinue(wire.query) ?? '',
    most: pageSizeOf(wire.query, 'max-buckets'),
  });
  const last = page.entries.at(-1)?.name ?? '';
  return xmlAnswer('ListAllMyBucketsResult', {
    Owner: { ID: accountId },
    Buckets: {
      Bucket: page.entries.map(({ name }) => ({
        Name: name,
        CreationDate: new Date(buckets.get(name).createdAt).toISOString(),
        BucketRegion: region,
      })),
    },
    Prefix: prefix === '' ? undefined : prefix,
    ContinuationToken: page.truncated ? tokenAfter(last) : undefined,
  });
};

import { parseXml } from '@atlas-engine/aws-wire';
import * as z from 'zod';
import type { Call, CallNeeds, CallTable, Need } from './call.ts';

interface Address {
  readonly bucket: string;
  readonly key: string;
}

const addressIn = (path: string): Address => {
  const [, bucket = '', key = ''] = /^\/?([^/]*)\/?(.*)$/s.exec(path) ?? [];
  return { bucket: decodeURIComponent(bucket), key: decodeURIComponent(key) };
};

const bucketArn = ({ place: { partition } }: Call, bucket: string): string =>
  `arn:${partition}:s3:::${bucket}`;

const objectArn = (call: Call, { bucket, key }: Address): string => `${bucketArn(call, bucket)}/${key}`;

const onBucket =
  (action: string): CallNeeds =>
  (call) => [{ action, resource: bucketArn(call, addressIn(call.path).bucket) }];

const onObject =
  (...actions: readonly string[]): CallNeeds =>
  (call) =>
    actions.map((action) => ({ action, resource: objectArn(call, addressIn(call.path)) }));

const listing: CallNeeds = (call) => {
  const { bucket } = addressIn(call.path);
  const given = ['prefix', 'delimiter', 'max-keys'].flatMap((name) => {
    const value = call.query.get(name);
    return value === null ? [] : [[`s3:${name}`, value] as const];
  });
  return [{ action: 's3:ListBucket', resource: bucketArn(call, bucket), context: Object.fromEntries(given) }];
};

/** That an object is not there is told only to those who may list its bucket. */
const reading = (call: Call, address: Address): Need[] => {
  const { bucket, key } = address;
  const read = { action: 's3:GetObject', resource: objectArn(call, address) };
  if (call.lookUps.objectExists(bucket, key)) return [read];
  const context = { 's3:prefix': key };
  return [read, { action: 's3:ListBucket', resource: bucketArn(call, bucket), context }];
};

const getObject: CallNeeds = (call) => reading(call, addressIn(call.path));

const copyNeeds: CallNeeds = (call) => [
  ...reading(call, addressIn(call.headers['x-amz-copy-source']?.split('?')[0] ?? '')),
  ...onObject('s3:PutObject')(call),
];

const deletedSchema = z.object({
  Delete: z.object({
    Object: z.union([
      z.array(z.object({ Key: z.coerce.string() })),
      z.object({ Key: z.coerce.string() }).transform((one) => [one]),
    ]),
  }),
});

const deleteMany: CallNeeds = (call) => {
  const { bucket } = addressIn(call.path);
  const { Delete } = deletedSchema.parse(parseXml(call.body.toString('utf8')));
  return Delete.Object.map(({ Key: key }) => ({
    action: 's3:DeleteObject',
    resource: objectArn(call, { bucket, key }),
  }));
};

/** S3 in path style. */
export const s3Calls: CallTable = {
  ListBuckets: () => [{ action: 's3:ListAllMyBuckets', resource: '*' }],
  CreateBucket: onBucket('s3:CreateBucket'),
  DeleteBucket: onBucket('s3:DeleteBucket'),
  HeadBucket: onBucket('s3:ListBucket'),
  GetBucketLocation: onBucket('s3:GetBucketLocation'),
  GetBucketEncryption: onBucket('s3:GetEncryptionConfiguration'),
  GetBucketVersioning: onBucket('s3:GetBucketVersioning'),
  GetBucketNotificationConfiguration: onBucket('s3:GetBucketNotification'),
  PutBucketNotificationConfiguration: onBucket('s3:PutBucketNotification'),
  ListMultipartUploads: onBucket('s3:ListBucketMultipartUploads'),
  ListObjects: listing,
  ListObjectsV2: listing,
  GetObject: getObject,
  HeadObject: getObject,
  GetObjectAttributes: onObject('s3:GetObject', 's3:GetObjectAttributes'),
  PutObject: onObject('s3:PutObject'),
  CopyObject: copyNeeds,
  DeleteObject: onObject('s3:DeleteObject'),
  DeleteObjects: deleteMany,
  CreateMultipartUpload: onObject('s3:PutObject'),
  UploadPart: onObject('s3:PutObject'),
  UploadPartCopy: copyNeeds,
  CompleteMultipartUpload: onObject('s3:PutObject'),
  AbortMultipartUpload: onObject('s3:AbortMultipartUpload'),
  ListParts: onObject('s3:ListMultipartUploadParts'),
};

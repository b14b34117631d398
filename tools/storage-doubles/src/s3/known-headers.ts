import { checksumAlgorithms, checksumHeader } from './checksum/checksum.ts';
import { notImplemented } from './s3-error.ts';

const always = [
  ...['x-amz-content-sha256', 'x-amz-date', 'x-amz-decoded-content-length', 'x-amz-expected-bucket-owner'],
  ...['x-amz-request-payer', 'x-amz-security-token', 'x-amz-trailer', 'x-amz-user-agent'],
];
const traits = [
  ...['x-amz-acl', 'x-amz-storage-class', 'x-amz-server-side-encryption'],
  'x-amz-server-side-encryption-aws-kms-key-id',
  'x-amz-server-side-encryption-bucket-key-enabled',
];
const checksums = ['x-amz-sdk-checksum-algorithm', ...checksumAlgorithms.map(checksumHeader)];
const read = ['x-amz-checksum-mode'];

const ofOperation: Readonly<Record<string, readonly string[]>> = {
  CreateBucket: [...checksums, 'x-amz-acl', 'x-amz-object-ownership'],
  PutBucketNotificationConfiguration: checksums,
  GetObject: read,
  HeadObject: read,
  PutObject: [...traits, ...checksums],
  DeleteObjects: checksums,
  CopyObject: [
    ...traits,
    ...['x-amz-checksum-algorithm', 'x-amz-copy-source', 'x-amz-copy-source-if-match'],
    ...['x-amz-copy-source-if-modified-since', 'x-amz-copy-source-if-none-match'],
    ...['x-amz-copy-source-if-unmodified-since', 'x-amz-metadata-directive'],
  ],
  CreateMultipartUpload: [...traits, 'x-amz-checksum-algorithm', 'x-amz-checksum-type'],
  UploadPart: checksums,
  CompleteMultipartUpload: [...checksums, 'x-amz-checksum-type', 'x-amz-mp-object-size'],
};

const withMetadata = ['PutObject', 'CopyObject', 'CreateMultipartUpload'];

/**
 * Refuses an `x-amz-` header that the double would not heed: to ignore it would be kinder than S3.
 *
 * @throws AwsError NotImplemented that names the header.
 */
export const refuseUnknownHeaders = (operation: string, headers: Readonly<Record<string, string>>): void => {
  const known = [...always, ...(ofOperation[operation] ?? [])];
  for (const name of Object.keys(headers)) {
    const isMetadata = name.startsWith('x-amz-meta-') && withMetadata.includes(operation);
    if (name.startsWith('x-amz-') && !isMetadata && !known.includes(name))
      throw notImplemented(`the header ${name} of ${operation}`);
  }
};

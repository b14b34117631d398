import type { WireRequest } from '@atlas-engine/aws-wire';

/** The bucket and key of a path-style request, still percent-encoded; a key may begin with a slash. */
export const addressOf = (path: string): { readonly bucket: string; readonly key: string } => {
  const [, bucket = '', key = ''] = /^\/([^/]*)\/?(.*)$/s.exec(path) ?? [];
  return { bucket, key };
};

/** Query parameters that make another operation of a method. */
const subresources = [
  ...['abac', 'accelerate', 'acl', 'analytics', 'attributes', 'cors', 'delete', 'encryption'],
  ...['intelligent-tiering', 'inventory', 'legal-hold', 'lifecycle', 'location', 'logging'],
  ...[
    'metadataConfiguration',
    'metadataTable',
    'metrics',
    'notification',
    'object-lock',
    'ownershipControls',
  ],
  ...['policy', 'policyStatus', 'publicAccessBlock', 'renameObject', 'replication', 'requestPayment'],
  ...['restore', 'retention', 'select', 'session', 'tagging', 'torrent', 'uploadId', 'uploads', 'versioning'],
  ...['versions', 'website'],
];

const operations: Readonly<Record<string, string>> = {
  'GET service': 'ListBuckets',
  'PUT bucket': 'CreateBucket',
  'HEAD bucket': 'HeadBucket',
  'DELETE bucket': 'DeleteBucket',
  'GET bucket': 'ListObjects',
  'GET bucket?location': 'GetBucketLocation',
  'GET bucket?encryption': 'GetBucketEncryption',
  'GET bucket?versioning': 'GetBucketVersioning',
  'GET bucket?notification': 'GetBucketNotificationConfiguration',
  'PUT bucket?notification': 'PutBucketNotificationConfiguration',
  'GET bucket?uploads': 'ListMultipartUploads',
  'POST bucket?delete': 'DeleteObjects',
  'PUT object': 'PutObject',
  'GET object': 'GetObject',
  'HEAD object': 'HeadObject',
  'DELETE object': 'DeleteObject',
  'GET object?attributes': 'GetObjectAttributes',
  'POST object?uploads': 'CreateMultipartUpload',
  'PUT object?uploadId': 'UploadPart',
  'GET object?uploadId': 'ListParts',
  'POST object?uploadId': 'CompleteMultipartUpload',
  'DELETE object?uploadId': 'AbortMultipartUpload',
};

/** Operations that a header or parameter turns into another one. */
const variantOf = (operation: string, { query, headers }: WireRequest): string => {
  if (operation === 'ListObjects' && query.get('list-type') === '2') return 'ListObjectsV2';
  if (headers['x-amz-copy-source'] === undefined) return operation;
  if (operation === 'PutObject') return 'CopyObject';
  return operation === 'UploadPart' ? 'UploadPartCopy' : operation;
};

const levelOf = (path: string): string => {
  const { bucket, key } = addressOf(path);
  if (bucket === '') return 'service';
  return key === '' ? 'bucket' : 'object';
};

/** The operation as S3 calls it; one that is not known here is described by its method and sub-resource. */
export const operationOfS3 = (wire: WireRequest): string => {
  const subresource = subresources.find((name) => wire.query.has(name));
  const described = `${wire.method} ${levelOf(wire.path)}${subresource === undefined ? '' : `?${subresource}`}`;
  return variantOf(operations[described] ?? described, wire);
};

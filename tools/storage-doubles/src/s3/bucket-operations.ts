import { listBuckets } from './list-buckets.ts';
import { notificationOperations } from './notification-operations.ts';
import { notImplemented, s3Refusal } from './s3-error.ts';
import type { S3Core, S3Operations } from './s3-core.ts';
import type { S3Request } from './s3-request.ts';
import { emptyAnswer, readDocument, xmlAnswer } from './s3-xml.ts';

const checkOwnership = ({ wire }: S3Request): void => {
  const ownership = wire.headers['x-amz-object-ownership'] ?? 'BucketOwnerEnforced';
  if (ownership !== 'BucketOwnerEnforced') throw notImplemented(`x-amz-object-ownership ${ownership}`);
  const acl = wire.headers['x-amz-acl'] ?? 'private';
  if (acl !== 'private')
    throw s3Refusal(
      'InvalidBucketAclWithObjectOwnership',
      400,
    )(`Bucket cannot have ACLs set with ObjectOwnership's BucketOwnerEnforced setting: x-amz-acl was ${acl}`);
};

/** The region that the body of CreateBucket asks for; us-east-1 goes without one. */
const wantedRegion = ({ wire }: S3Request): string => {
  if (wire.body.length === 0) return 'us-east-1';
  const { LocationConstraint, ...others } = readDocument(wire.body, 'CreateBucketConfiguration');
  const [other] = Object.keys(others);
  if (other !== undefined) throw notImplemented(`${other} of CreateBucketConfiguration`);
  return typeof LocationConstraint === 'string' ? LocationConstraint : 'us-east-1';
};

const checkRegion = (request: S3Request): void => {
  const wanted = wantedRegion(request);
  if (wanted === request.region) return;
  throw s3Refusal(
    'IllegalLocationConstraintException',
    400,
  )(
    `The ${wanted} location constraint is incompatible for the region specific endpoint this request was sent to.`,
  );
};

const createBucket =
  ({ buckets }: S3Core): S3Operations[string] =>
  (request) => {
    const { bucket, region } = request;
    checkOwnership(request);
    checkRegion(request);
    // In us-east-1 it has always been a success to make a bucket that one has.
    if (buckets.find(bucket) !== undefined && region !== 'us-east-1')
      throw s3Refusal('BucketAlreadyOwnedByYou', 409)(
        'Your previous request to create the named bucket succeeded and you already own it.',
        { BucketName: bucket },
      );
    buckets.set(bucket, {});
    return emptyAnswer(200, { location: `/${bucket}` });
  };

/** Removes an empty bucket with its unfinished uploads. @throws AwsError NoSuchBucket or BucketNotEmpty */
export const deleteBucket = ({ buckets, objects, uploads }: S3Core, name: string): void => {
  if (objects.keys(buckets.get(name).name).length > 0)
    throw s3Refusal('BucketNotEmpty', 409)('The bucket you tried to delete is not empty', {
      BucketName: name,
    });
  uploads.forgetBucket(name);
  buckets.remove(name);
};

const encryptionRule = (encryption: Readonly<Record<string, string>>) => ({
  ApplyServerSideEncryptionByDefault: {
    SSEAlgorithm: encryption['x-amz-server-side-encryption'],
    KMSMasterKeyID: encryption['x-amz-server-side-encryption-aws-kms-key-id'],
  },
  BucketKeyEnabled: encryption['x-amz-server-side-encryption-bucket-key-enabled'] === 'true',
});

/** Operations on buckets as such. */
export const bucketOperations = (core: S3Core): S3Operations => ({
  ListBuckets: (request) => listBuckets(core, request),
  CreateBucket: createBucket(core),
  HeadBucket: ({ bucket, region }) => {
    core.buckets.get(bucket);
    return emptyAnswer(200, { 'x-amz-bucket-region': region });
  },
  DeleteBucket: ({ bucket }) => {
    deleteBucket(core, bucket);
    return emptyAnswer(204);
  },
  GetBucketLocation: ({ bucket, region }) => {
    core.buckets.get(bucket);
    // The one document of S3 whose root holds text; us-east-1 is told by none.
    return xmlAnswer('LocationConstraint', region === 'us-east-1' ? '' : region);
  },
  GetBucketEncryption: ({ bucket }) =>
    xmlAnswer('ServerSideEncryptionConfiguration', {
      Rule: encryptionRule(core.buckets.get(bucket).encryption),
    }),
  GetBucketVersioning: ({ bucket }) => {
    core.buckets.get(bucket);
    return xmlAnswer('VersioningConfiguration', {});
  },
  ...notificationOperations(core),
});

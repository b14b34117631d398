import * as z from 'zod';
import { parseInput } from '../parse-input.ts';
import type { Bucket } from './bucket-directory.ts';
import { invalidArgument } from './s3-error.ts';

const flag = z.union([z.boolean(), z.stringbool()]);
/** What changes nothing here: who may read, for how long objects are kept, where access is logged. */
const withoutEffect = z.unknown().optional();

const encryptionRule = z.strictObject({
  ServerSideEncryptionByDefault: z
    .strictObject({ SSEAlgorithm: z.enum(['AES256', 'aws:kms']), KMSMasterKeyID: z.string().optional() })
    .optional(),
  BucketKeyEnabled: flag.optional(),
});

const schema = z.strictObject({
  BucketName: z.string(),
  BucketEncryption: z
    .strictObject({ ServerSideEncryptionConfiguration: z.array(encryptionRule).length(1) })
    .optional(),
  NotificationConfiguration: z
    .strictObject({
      EventBridgeConfiguration: z.strictObject({ EventBridgeEnabled: flag.default(true) }).optional(),
    })
    .optional(),
  VersioningConfiguration: z.strictObject({ Status: z.literal('Suspended') }).optional(),
  /** No page of the system reads a bucket here by itself. */
  CorsConfiguration: withoutEffect,
  LifecycleConfiguration: withoutEffect,
  LoggingConfiguration: withoutEffect,
  OwnershipControls: z
    .strictObject({
      Rules: z
        .array(z.strictObject({ ObjectOwnership: z.enum(['BucketOwnerEnforced', 'BucketOwnerPreferred']) }))
        .length(1),
    })
    .optional(),
  PublicAccessBlockConfiguration: withoutEffect,
  Tags: withoutEffect,
});

const encryptionOf = (rule: z.infer<typeof encryptionRule> | undefined): Record<string, string> => {
  const { SSEAlgorithm = 'AES256', KMSMasterKeyID: key } = rule?.ServerSideEncryptionByDefault ?? {};
  return {
    'x-amz-server-side-encryption': SSEAlgorithm,
    ...(key !== undefined && { 'x-amz-server-side-encryption-aws-kms-key-id': key }),
    ...(rule?.BucketKeyEnabled === true && { 'x-amz-server-side-encryption-bucket-key-enabled': 'true' }),
  };
};

/**
 * Reads the Properties of an AWS::S3::Bucket. BucketName is required here: names are computed, not made up.
 *
 * @throws AwsError that names the property which is missing, not valid or not supported.
 */
export const bucketFromTemplate = (properties: unknown): Pick<Bucket, 'name' | 'events' | 'encryption'> => {
  const { BucketName, BucketEncryption, NotificationConfiguration } = parseInput(schema, properties, {
    service: 's3',
    invalid: (problem) => invalidArgument(problem),
  });
  return {
    name: BucketName,
    events: NotificationConfiguration?.EventBridgeConfiguration?.EventBridgeEnabled ?? false,
    encryption: encryptionOf(BucketEncryption?.ServerSideEncryptionConfiguration[0]),
  };
};

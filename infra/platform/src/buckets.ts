import { acknowledge, type AtlasStack } from '@atlas-engine/constructs';
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type BucketProps,
  CfnBucket,
  HttpMethods,
  type IBucket,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';

/** Access logs are kept for as long as someone may ask who heard a recording. */
const accessLogDays = 365;

/** Recordings and transcripts, which announce new objects to EventBridge, and the log of who read them. */
export function addBuckets(stack: AtlasStack): void {
  const { names, configuration } = stack;
  const { recordingsDays, transcriptsDays } = configuration.retention;
  const accessLogs = new Bucket(stack, 'AccessLogs', {
    ...safeBucket(stack, accessLogDays),
    bucketName: names.buckets.accessLogs.name,
  });
  acknowledge(accessLogs, { 'AwsSolutions-S1': 'It is the bucket that access logs go to.' });
  const logged = (purpose: string, days: number): BucketProps => ({
    ...safeBucket(stack, days),
    serverAccessLogsBucket: accessLogs as IBucket,
    serverAccessLogsPrefix: `${purpose}/`,
  });
  announceObjects(
    new Bucket(stack, 'Recordings', {
      ...logged('recordings', recordingsDays),
      bucketName: names.buckets.recordings.name,
      // Attachments of chats: pages put and get them by addresses that Amazon Connect signs for a few minutes.
      cors: [
        { allowedMethods: [HttpMethods.GET, HttpMethods.PUT], allowedOrigins: ['*'], allowedHeaders: ['*'] },
      ],
    }),
  );
  announceObjects(
    new Bucket(stack, 'Transcripts', {
      ...logged('transcripts', transcriptsDays),
      bucketName: names.buckets.transcripts.name,
    }),
  );
}

/** Private, encrypted by S3 (Amazon Connect and Transcribe write without a key of ours), TLS only, with an end. */
const safeBucket = ({ configuration }: AtlasStack, days: number): BucketProps => ({
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  encryption: BucketEncryption.S3_MANAGED,
  enforceSSL: true,
  objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
  lifecycleRules: [
    { expiration: Duration.days(days), abortIncompleteMultipartUploadAfter: Duration.days(1) },
  ],
  removalPolicy: configuration.stage === 'prod' ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
});

/** CDK's own switch would add a custom resource with a function and a role to do the same. */
function announceObjects(bucket: Bucket): void {
  const { defaultChild } = bucket.node;
  if (defaultChild instanceof CfnBucket) {
    defaultChild.notificationConfiguration = { eventBridgeConfiguration: { eventBridgeEnabled: true } };
  }
}

import type { SiteName } from '@atlas-engine/resource-names';
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type BucketProps,
  type IBucket,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { acknowledge } from '../acknowledge.ts';
import type { AtlasStack } from '../atlas-stack.ts';

/** The buckets of a site. */
export interface SiteBuckets {
  readonly pages: IBucket;
  readonly accessLogs: IBucket;
}

/** A private bucket for the pages, and one for the log of who asked for them. Pages can be published again: none is kept. */
export function addSiteBuckets(scope: Construct, stack: AtlasStack, site: SiteName): SiteBuckets {
  const { bucket, accessLogs: logs } = stack.names.sites[site];
  const safe: BucketProps = {
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    encryption: BucketEncryption.S3_MANAGED,
    enforceSSL: true,
    removalPolicy: RemovalPolicy.DESTROY,
  };
  const pages = new Bucket(scope, 'Pages', {
    ...safe,
    bucketName: bucket.name,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
  });
  acknowledge(pages, { 'AwsSolutions-S1': 'Only CloudFront reads it, which logs every request.' });
  const accessLogs = new Bucket(scope, 'AccessLogs', {
    ...safe,
    bucketName: logs.name,
    // CloudFront writes its logs by an access control list.
    objectOwnership: ObjectOwnership.BUCKET_OWNER_PREFERRED,
    lifecycleRules: [
      {
        // They hold addresses of people.
        expiration: Duration.days(stack.configuration.retention.logsDays),
        abortIncompleteMultipartUploadAfter: Duration.days(1),
      },
    ],
  });
  acknowledge(accessLogs, { 'AwsSolutions-S1': 'It is the bucket that access logs go to.' });
  return { pages: pages as IBucket, accessLogs: accessLogs as IBucket };
}

import type { SiteName } from '@atlas-engine/resource-names';
import { Intrinsic } from 'aws-cdk-lib';
import type { Distribution } from 'aws-cdk-lib/aws-cloudfront';
import { Policy, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, CacheControl, type ISource, Source } from 'aws-cdk-lib/aws-s3-deployment';
import type { Construct } from 'constructs';
import { acknowledge } from '../acknowledge.ts';
import type { AtlasStack } from '../atlas-stack.ts';
import { addLogGroup } from '../log-group.ts';
import { acknowledgeWildcards, type Permission, policyDocument } from '../permission.ts';

/** What is published, and where. */
export interface Publication {
  readonly site: SiteName;
  readonly pages: IBucket;
  readonly distribution: Distribution;
  /** The folder that the build made. */
  readonly assetDirectory: string;
  /** What the pages read as `/config.json`. */
  readonly configuration: object;
  /** Patterns of files that are not published. */
  readonly leaveOut: readonly string[];
}

/** Files whose names change with their content. */
const hashed = 'assets/*';
const forEver = [CacheControl.fromString('public, max-age=31536000, immutable')];
const briefly = [CacheControl.fromString('public, max-age=300')];

/** References to SSM become tokens, so that the deployment and not the build writes their values. */
function deployTimeValues(value: unknown): unknown {
  if (typeof value === 'string')
    return value.includes('{{resolve:') ? new Intrinsic(value).toString() : value;
  if (Array.isArray(value)) return value.map(deployTimeValues);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, deployTimeValues(one)]));
}

/**
 * Fills the bucket: first the files whose names are their content's, which stay for pages that are open, then those that
 * name them, and the configuration.
 */
export function publishPages(scope: Construct, stack: AtlasStack, publication: Publication): void {
  const { pages, assetDirectory, configuration, distribution } = publication;
  const { role, policy } = addPublisher(scope, stack, publication);
  const logGroup = addLogGroup(
    stack,
    stack.names.sites[publication.site].publisher.logGroup,
    'PublisherLogs',
  );
  const shared = { destinationBucket: pages, role: role.withoutPolicyUpdates(), logGroup };
  const built: ISource = Source.asset(assetDirectory);
  const assets = new BucketDeployment(scope, 'Assets', {
    ...shared,
    sources: [built],
    exclude: ['*'],
    include: [hashed],
    prune: false,
    cacheControl: forEver,
  });
  const texts = new BucketDeployment(scope, 'Texts', {
    ...shared,
    sources: [built, Source.jsonData('config.json', deployTimeValues(configuration))],
    exclude: [hashed, ...publication.leaveOut],
    cacheControl: briefly,
    distribution,
    distributionPaths: ['/*'],
  });
  texts.node.addDependency(assets);
  // The role comes with nothing: the first copy must wait for what it may do.
  assets.node.addDependency(policy);
  acknowledgeProvider(stack);
}

/** The function that copies the files is the CDK's, with the runtime that the CDK has chosen. */
function acknowledgeProvider(stack: AtlasStack): void {
  const provider = stack.node.children.find(({ node }) => node.id.startsWith('Custom::CDKBucketDeployment'));
  if (provider !== undefined)
    acknowledge(provider, { 'AwsSolutions-L1': 'The CDK chooses the runtime of its own function.' });
}

/** What the CDK's provider needs, and not the wildcards that the CDK would give it. */
function addPublisher(scope: Construct, stack: AtlasStack, { site, distribution }: Publication) {
  const { names } = stack;
  const { partition, account, region } = names;
  const { publisher, bucket } = names.sites[site];
  const permissions: readonly Permission[] = [
    {
      actions: ['s3:GetObject'],
      resources: [`arn:${partition}:s3:::cdk-hnb659fds-assets-${account}-${region}/*`],
      wildcard: 'Assets are named for their content.',
    },
    { actions: ['s3:ListBucket'], resources: [bucket.arn] },
    {
      actions: ['s3:PutObject', 's3:DeleteObject'],
      resources: [`${bucket.arn}/*`],
      wildcard: 'Pages and their assets have names of their own.',
    },
    {
      actions: ['cloudfront:CreateInvalidation', 'cloudfront:GetInvalidation'],
      resources: [`arn:${partition}:cloudfront::${account}:distribution/${distribution.distributionId}`],
    },
    {
      actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      resources: [`arn:${partition}:logs:${region}:${account}:log-group:${publisher.logGroup}:*`],
      wildcard: 'A log stream is made for each instance of the function.',
    },
  ];
  const role = new Role(scope, 'Publisher', {
    roleName: publisher.roleName,
    assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
  });
  const policy = new Policy(scope, 'Publishing', {
    policyName: 'Own',
    document: policyDocument(permissions),
    roles: [role],
  });
  acknowledgeWildcards(policy, permissions);
  return { role, policy };
}

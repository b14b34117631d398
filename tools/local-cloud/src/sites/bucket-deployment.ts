import { AwsError, type WireRequest } from '@atlas-engine/aws-wire';
import { TemplateError, type ResourceRequest } from '@atlas-engine/cloudformation-double';
import type { Cloud } from '../resources/resource-type.ts';
import { contentTypeOf } from './content-type.ts';
import { deploymentProperties, type DeploymentProperties } from './deployment-properties.ts';
import { isMeant } from './file-filter.ts';
import { sourceFiles } from './source-files.ts';

/** The provider of `BucketDeployment`: a function in Python with the AWS CLI in a layer, which does not run here. */
export const isDeploymentHandler = ({ type, logicalId, properties }: ResourceRequest): boolean =>
  type === 'AWS::Lambda::Function' &&
  logicalId.startsWith('CustomCDKBucketDeployment') &&
  String(properties['Runtime']).startsWith('python');

const handlerKey = (arn: string): string => `bucket-deployment/${arn}`;

/** Makes the provider known, for the deployments that name it. */
export function declareHandler({ stackName, logicalId, properties }: ResourceRequest, cloud: Cloud) {
  const name = `${stackName}-${logicalId}`;
  const arn = `arn:aws:lambda:${cloud.region}:${cloud.accountId}:function:${name}`;
  cloud.declared.set(handlerKey(arn), properties);
  return { physicalId: name, attributes: { Arn: arn } };
}

/** The role with which the provider works. @throws TemplateError when the token names none */
function roleOf(
  { logicalId }: ResourceRequest,
  { ServiceToken }: DeploymentProperties,
  cloud: Cloud,
): string {
  const role = cloud.declared.get(handlerKey(ServiceToken))?.['Role'];
  if (typeof role === 'string') return role;
  throw new TemplateError(`${logicalId}: ServiceToken: ${ServiceToken} is no provider of bucket deployments`);
}

/** A call of S3 as the provider makes it, with what it may do decided before. */
const call = (request: Pick<WireRequest, 'method' | 'path'> & Partial<WireRequest>): WireRequest => ({
  query: new URLSearchParams(),
  headers: {},
  body: Buffer.alloc(0),
  ...request,
});

const pathOf = (bucket: string, key: string): string =>
  `/${bucket}/${key.split('/').map(encodeURIComponent).join('/')}`;

/** Who works with the role of the provider. */
const lambda = { service: 'lambda.amazonaws.com' };

/** A deployment under way: what it is about, and what its role may do. */
interface Work {
  readonly properties: DeploymentProperties;
  readonly cloud: Cloud;
  /** @throws AwsError AccessDenied */
  readonly check: (action: string, arn: string) => void;
}

/**
 * Does what the provider of the CDK's `BucketDeployment` does, with the permissions of its role: reads the assets, fills
 * in the values of the deployment, writes the objects, takes away what is no longer there, and empties the edge's cache.
 *
 * @throws AwsError AccessDenied when the role may not, and as the services refuse
 */
export async function deployToBucket(resource: ResourceRequest, cloud: Cloud): Promise<DeploymentProperties> {
  const properties = deploymentProperties(resource);
  const actor = { roleArn: roleOf(resource, properties, cloud), session: resource.logicalId };
  cloud.services.permissions.require(lambda, 'sts:AssumeRole', actor.roleArn);
  const check = (action: string, arn: string): void => {
    const denial = cloud.services.permissions.denial(actor, action, arn);
    if (denial !== undefined) throw new AwsError('AccessDenied', denial, { status: 403 });
  };
  const work = { properties, cloud, check };
  const filter = { exclude: properties.Exclude, include: properties.Include };
  const files = [...sourceFiles(foldersOf(work), properties)].filter(([name]) => isMeant(name, filter));
  await write(files, work);
  const kept = new Set(files.map(([name]) => name));
  const present = cloud.services.s3.objectKeys(properties.DestinationBucketName);
  if (properties.Prune)
    await remove(
      present.filter((key) => !kept.has(key) && isMeant(key, filter)),
      work,
    );
  invalidate(work);
  return properties;
}

function foldersOf({ properties, cloud, check }: Work): readonly string[] {
  return properties.SourceObjectKeys.map((key, index) => {
    const bucket = properties.SourceBucketNames[index] ?? '';
    check('s3:GetObject', `arn:aws:s3:::${bucket}/${key}`);
    return cloud.code.directory(bucket, key);
  });
}

async function write(
  files: readonly (readonly [string, Buffer])[],
  { properties, cloud, check }: Work,
): Promise<void> {
  const { DestinationBucketName: bucket, SystemMetadata: metadata } = properties;
  check('s3:ListBucket', `arn:aws:s3:::${bucket}`);
  for (const [name, content] of files) {
    check('s3:PutObject', `arn:aws:s3:::${bucket}/${name}`);
    const headers = {
      'content-type': contentTypeOf(name),
      'content-length': String(content.length),
      ...metadata,
    };
    await cloud.services.s3.service.handle(
      call({ method: 'PUT', path: pathOf(bucket, name), headers, body: content }),
    );
  }
}

async function remove(keys: readonly string[], { properties, cloud, check }: Work): Promise<void> {
  const { DestinationBucketName: bucket } = properties;
  for (const key of keys) {
    check('s3:DeleteObject', `arn:aws:s3:::${bucket}/${key}`);
    await cloud.services.s3.service.handle(call({ method: 'DELETE', path: pathOf(bucket, key) }));
  }
}

function invalidate({ properties, cloud, check }: Work): void {
  const { DistributionId: id, DistributionPaths: paths, WaitForDistributionInvalidation: waits } = properties;
  if (id === undefined) return;
  const arn = `arn:aws:cloudfront::${cloud.accountId}:distribution/${id}`;
  check('cloudfront:CreateInvalidation', arn);
  if (waits) check('cloudfront:GetInvalidation', arn);
  cloud.services.cloudFront.invalidate(id, paths);
}

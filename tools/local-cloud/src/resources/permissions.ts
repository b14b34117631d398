import * as z from 'zod';
import type { ResolvedResource } from '../template/load-stack.ts';
import { TemplateError } from '../template/template-error.ts';
import { listProperty, optionalText, textProperty } from './properties.ts';
import type { Cloud, ResourceType, ResourceTypes } from './resource-type.ts';
import { lambdaPermission } from './lambda-permission.ts';

/** Known, and of no effect here. */
const kept: ResourceType = ({ stack, logicalId }) => ({ ref: `${stack.name}/${logicalId}` });

const policyArn = (name: string, { accountId }: Cloud): string => `arn:aws:iam::${accountId}:policy/${name}`;

const inlineSchema = z.array(z.strictObject({ PolicyName: z.string(), PolicyDocument: z.unknown() }));

const inlineOf = (resource: ResolvedResource) => {
  const parsed = inlineSchema.safeParse(listProperty(resource, 'Policies'));
  if (parsed.success)
    return parsed.data.map(({ PolicyName, PolicyDocument }) => ({
      name: PolicyName,
      document: PolicyDocument,
    }));
  throw new TemplateError(
    `${resource.logicalId} (${resource.type}): Policies: ${z.prettifyError(parsed.error)}`,
  );
};

/** Ids of the policies of resources: one for each resource of a template. */
const idOf = ({ stack, logicalId }: ResolvedResource): string => `${stack.name}/${logicalId}`;

/** A policy of resources that its property lists. */
const resourcePolicy =
  (arnsOf: (resource: ResolvedResource, cloud: Cloud) => readonly string[]): ResourceType =>
  (resource, cloud) => {
    const document =
      resource.properties['PolicyDocument'] ??
      resource.properties['ResourcePolicy'] ??
      resource.properties['Policy'];
    cloud.services.permissions.putResourcePolicy(idOf(resource), arnsOf(resource, cloud), document);
    return { ref: idOf(resource), attributes: { Id: idOf(resource) } };
  };

const queueArns = (resource: ResolvedResource, { services }: Cloud): readonly string[] =>
  listProperty(resource, 'Queues').map((url) => {
    const queue = services.sqs.queues().find(({ name }) => name === String(url).split('/').at(-1));
    if (queue !== undefined) return queue.arn;
    throw new TemplateError(`${resource.logicalId}: Queues: ${String(url)} is no queue`);
  });

export const permissionResources: ResourceTypes = {
  'AWS::IAM::Role': (resource, { accountId, services }) => {
    const name = optionalText(resource, 'RoleName') ?? `${resource.stack.name}-${resource.logicalId}`;
    const path = optionalText(resource, 'Path') ?? '/';
    const arn = `arn:aws:iam::${accountId}:role${path}${name}`;
    services.permissions.putRole({
      arn,
      name,
      trust: resource.properties['AssumeRolePolicyDocument'],
      managedPolicyArns: listProperty(resource, 'ManagedPolicyArns').map(String),
      inlinePolicies: inlineOf(resource),
      boundaryArn: optionalText(resource, 'PermissionsBoundary'),
    });
    return { ref: name, attributes: { Arn: arn, RoleId: `AROA${name.toUpperCase().slice(0, 16)}` } };
  },
  'AWS::IAM::ManagedPolicy': (resource, cloud) => {
    const arn = policyArn(textProperty(resource, 'ManagedPolicyName'), cloud);
    cloud.services.permissions.putManagedPolicy(arn, resource.properties['PolicyDocument']);
    return { ref: arn, attributes: { PolicyArn: arn } };
  },
  'AWS::IAM::Policy': (resource, { services }) => {
    const policy = {
      name: textProperty(resource, 'PolicyName'),
      document: resource.properties['PolicyDocument'],
    };
    services.permissions.putInlinePolicy(idOf(resource), policy, listProperty(resource, 'Roles').map(String));
    return { ref: policy.name, attributes: { Id: policy.name } };
  },
  'AWS::S3::BucketPolicy': resourcePolicy((resource) => [`arn:aws:s3:::${textProperty(resource, 'Bucket')}`]),
  'AWS::SQS::QueuePolicy': resourcePolicy(queueArns),
  'AWS::SNS::TopicPolicy': resourcePolicy((resource) => listProperty(resource, 'Topics').map(String)),
  'AWS::SecretsManager::ResourcePolicy': resourcePolicy((resource) => [textProperty(resource, 'SecretId')]),
  'AWS::Lex::ResourcePolicy': resourcePolicy((resource) => [textProperty(resource, 'ResourceArn')]),
  'AWS::Lambda::Permission': (resource, cloud) => {
    const { functionArn, document } = lambdaPermission(resource, cloud);
    cloud.services.permissions.putResourcePolicy(idOf(resource), [functionArn], document);
    return { ref: idOf(resource), attributes: { Id: idOf(resource) } };
  },
  'AWS::Logs::ResourcePolicy': kept,
  'AWS::KMS::Alias': kept,
  'AWS::CDK::Metadata': ({ logicalId }) => ({ ref: logicalId }),
};

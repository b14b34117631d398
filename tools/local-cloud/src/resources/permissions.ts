import {
  TemplateError,
  type ExistingResource,
  type ResourceRequest,
} from '@atlas-engine/cloudformation-double';
import * as z from 'zod';
import { listProperty, optionalText, textProperty } from './properties.ts';
import type { Cloud, ResourceType, ResourceTypes } from './resource-type.ts';
import { lambdaPermission } from './lambda-permission.ts';

/** Known, and of no effect here. */
const kept: ResourceType = {
  put: ({ stackName, logicalId }) => ({ physicalId: `${stackName}/${logicalId}` }),
  remove: () => undefined,
};

const policyArn = (name: string, { accountId }: Cloud): string => `arn:aws:iam::${accountId}:policy/${name}`;

const inlineSchema = z.array(z.strictObject({ PolicyName: z.string(), PolicyDocument: z.unknown() }));

const inlineOf = (resource: ResourceRequest) => {
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
const idOf = ({ stackName, logicalId }: ResourceRequest): string => `${stackName}/${logicalId}`;

const removePolicy: ResourceType['remove'] = (resource, { services }) =>
  services.permissions.removeResourcePolicy(idOf(resource));

/** A policy of resources that its property lists. */
const resourcePolicy = (
  arnsOf: (resource: ResourceRequest, cloud: Cloud) => readonly string[],
): ResourceType => ({
  volatile: true,
  put: (resource, cloud) => {
    const document =
      resource.properties['PolicyDocument'] ??
      resource.properties['ResourcePolicy'] ??
      resource.properties['Policy'];
    cloud.services.permissions.putResourcePolicy(idOf(resource), arnsOf(resource, cloud), document);
    return { physicalId: idOf(resource), attributes: { Id: idOf(resource) } };
  },
  remove: removePolicy,
});

const queueArns = (resource: ResourceRequest, { services }: Cloud): readonly string[] =>
  listProperty(resource, 'Queues').map((url) => {
    const queue = services.sqs.queues().find(({ name }) => name === String(url).split('/').at(-1));
    if (queue !== undefined) return queue.arn;
    throw new TemplateError(`${resource.logicalId}: Queues: ${String(url)} is no queue`);
  });

const roleName = (resource: ResourceRequest): string =>
  optionalText(resource, 'RoleName') ?? `${resource.stackName}-${resource.logicalId}`;

const roleArn = (resource: ResourceRequest, { accountId }: Cloud): string =>
  `arn:aws:iam::${accountId}:role${optionalText(resource, 'Path') ?? '/'}${roleName(resource)}`;

/** Roles and policies, which live in memory. */
export const permissionResources: ResourceTypes = {
  'AWS::IAM::Role': {
    volatile: true,
    put: (resource, cloud) => {
      const name = roleName(resource);
      const arn = roleArn(resource, cloud);
      cloud.services.permissions.putRole({
        arn,
        name,
        trust: resource.properties['AssumeRolePolicyDocument'],
        managedPolicyArns: listProperty(resource, 'ManagedPolicyArns').map(String),
        inlinePolicies: inlineOf(resource),
        boundaryArn: optionalText(resource, 'PermissionsBoundary'),
      });
      return {
        physicalId: name,
        attributes: { Arn: arn, RoleId: `AROA${name.toUpperCase().slice(0, 16)}` },
      };
    },
    taken: (resource, cloud) => cloud.services.permissions.role(roleArn(resource, cloud)) !== undefined,
    remove: (resource, cloud) => cloud.services.permissions.removeRole(roleArn(resource, cloud)),
  },
  'AWS::IAM::ManagedPolicy': {
    volatile: true,
    put: (resource, cloud) => {
      const arn = policyArn(textProperty(resource, 'ManagedPolicyName'), cloud);
      cloud.services.permissions.putManagedPolicy(arn, resource.properties['PolicyDocument']);
      return { physicalId: arn, attributes: { PolicyArn: arn } };
    },
    remove: ({ physicalId }, { services }) => services.permissions.removeManagedPolicy(physicalId),
  },
  'AWS::IAM::Policy': {
    volatile: true,
    put: (resource, { services }) => {
      const policy = {
        name: textProperty(resource, 'PolicyName'),
        document: resource.properties['PolicyDocument'],
      };
      const roles = listProperty(resource, 'Roles').map(String);
      services.permissions.putInlinePolicy(idOf(resource), policy, roles);
      return { physicalId: policy.name, attributes: { Id: policy.name } };
    },
    remove: (resource: ExistingResource, { services }) =>
      services.permissions.removeInlinePolicy(idOf(resource)),
  },
  'AWS::S3::BucketPolicy': resourcePolicy((resource) => [`arn:aws:s3:::${textProperty(resource, 'Bucket')}`]),
  'AWS::SQS::QueuePolicy': resourcePolicy(queueArns),
  'AWS::SNS::TopicPolicy': resourcePolicy((resource) => listProperty(resource, 'Topics').map(String)),
  'AWS::SecretsManager::ResourcePolicy': resourcePolicy((resource) => [textProperty(resource, 'SecretId')]),
  'AWS::Lex::ResourcePolicy': resourcePolicy((resource) => [textProperty(resource, 'ResourceArn')]),
  'AWS::Lambda::Permission': {
    volatile: true,
    put: (resource, cloud) => {
      const { functionArn, document } = lambdaPermission(resource, cloud);
      cloud.services.permissions.putResourcePolicy(idOf(resource), [functionArn], document);
      return { physicalId: idOf(resource), attributes: { Id: idOf(resource) } };
    },
    remove: removePolicy,
  },
  'AWS::Logs::ResourcePolicy': kept,
  'AWS::KMS::Alias': kept,
  'AWS::CDK::Metadata': {
    put: ({ logicalId }) => ({ physicalId: logicalId }),
    remove: () => undefined,
  },
};

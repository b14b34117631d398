import { listProperty, optionalText, textProperty } from './properties.ts';
import type { Cloud, ResourceType, ResourceTypes } from './resource-type.ts';

/** Resource policies and the like: known, kept, and evaluated where permissions are enforced. */
const kept: ResourceType = ({ stack, logicalId, properties }, { policies }) => {
  const ref = `${stack.name}/${logicalId}`;
  policies.set(ref, properties);
  return { ref };
};

const policyArn = (name: string, { accountId }: Cloud): string => `arn:aws:iam::${accountId}:policy/${name}`;

export const permissionResources: ResourceTypes = {
  'AWS::IAM::Role': (resource, { accountId, roles }) => {
    const name = optionalText(resource, 'RoleName') ?? `${resource.stack.name}-${resource.logicalId}`;
    const arn = `arn:aws:iam::${accountId}:role/${name}`;
    const managedPolicyArns = listProperty(resource, 'ManagedPolicyArns').map(String);
    roles.set(arn, { name, arn, managedPolicyArns, inlinePolicies: listProperty(resource, 'Policies') });
    return { ref: name, attributes: { Arn: arn, RoleId: `AROA${name.toUpperCase().slice(0, 16)}` } };
  },
  'AWS::IAM::ManagedPolicy': (resource, cloud) => {
    const arn = policyArn(textProperty(resource, 'ManagedPolicyName'), cloud);
    cloud.policies.set(arn, resource.properties['PolicyDocument']);
    return { ref: arn, attributes: { PolicyArn: arn } };
  },
  'AWS::IAM::Policy': kept,
  'AWS::S3::BucketPolicy': kept,
  'AWS::SQS::QueuePolicy': kept,
  'AWS::SNS::TopicPolicy': kept,
  'AWS::SecretsManager::ResourcePolicy': kept,
  'AWS::Lambda::Permission': kept,
  'AWS::Lex::ResourcePolicy': kept,
  'AWS::Logs::ResourcePolicy': kept,
  'AWS::KMS::Alias': kept,
  'AWS::CDK::Metadata': ({ logicalId }) => ({ ref: logicalId }),
};

import { callJson } from '../call-json.ts';
import { textProperty } from './properties.ts';
import { fillInSecret } from '../fill-in-secret.ts';
import { identityOf } from './ids.ts';
import type { ResourceTypes } from './resource-type.ts';

const isMissing = (error: unknown): boolean =>
  error instanceof Error && /NotFound|NonExistent/.test(error.name);

/** Buckets, tables, queues, topics, secrets, parameters, log groups. */
export const storageResources: ResourceTypes = {
  'AWS::S3::Bucket': {
    put: ({ properties }, { services, region }) => {
      const { name, arn } = services.s3.createBucket(properties);
      const attributes = {
        Arn: arn,
        DomainName: `${name}.s3.amazonaws.com`,
        RegionalDomainName: `${name}.s3.${region}.amazonaws.com`,
      };
      return { physicalId: name, attributes };
    },
    taken: (resource, { services }) => services.s3.buckets().includes(textProperty(resource, 'BucketName')),
    remove: ({ physicalId }, { services }) => {
      if (services.s3.buckets().includes(physicalId)) services.s3.deleteBucket(physicalId);
    },
  },
  'AWS::DynamoDB::Table': {
    put: async (resource, { services, region, accountId }) => {
      await services.dynamodb.createTable(resource.properties);
      const name = textProperty(resource, 'TableName');
      const arn = `arn:aws:dynamodb:${region}:${accountId}:table/${name}`;
      return { physicalId: name, attributes: { Arn: arn } };
    },
    taken: async (resource, { services }) =>
      (await services.dynamodb.tables()).includes(textProperty(resource, 'TableName')),
    remove: async ({ physicalId }, { services }) => {
      if (!(await services.dynamodb.tables()).includes(physicalId)) return;
      await callJson(services.dynamodb, 'DynamoDB_20120810.DeleteTable', { TableName: physicalId });
    },
  },
  'AWS::SQS::Queue': {
    put: ({ properties }, { services }) => {
      const { name, arn, url } = services.sqs.createQueue(properties);
      return { physicalId: url, attributes: { Arn: arn, QueueName: name, QueueUrl: url } };
    },
    taken: (resource, { services }) => {
      const name = textProperty(resource, 'QueueName');
      return services.sqs.queues().some((queue) => queue.name === name);
    },
    remove: ({ attributes }, { services }) => {
      const found = services.sqs.queues().find(({ arn }) => arn === attributes['Arn']);
      if (found !== undefined) services.sqs.deleteQueue(found.arn);
    },
  },
  'AWS::SNS::Topic': {
    put: ({ properties }, { services }) => {
      const { name, arn } = services.sns.createTopic(properties);
      return { physicalId: arn, attributes: { TopicArn: arn, TopicName: name } };
    },
    taken: (resource, { services }) => {
      const name = textProperty(resource, 'TopicName');
      return services.sns.topics().some(({ arn }) => arn.endsWith(`:${name}`));
    },
    remove: ({ physicalId }, { services }) => services.sns.deleteTopic(physicalId),
  },
  'AWS::SNS::Subscription': {
    put: ({ properties }, { services }) => {
      const { arn } = services.sns.subscribe(properties);
      return { physicalId: arn, attributes: { Arn: arn } };
    },
    remove: ({ physicalId }, { services }) => services.sns.unsubscribe(physicalId),
  },
  'AWS::SecretsManager::Secret': {
    volatile: true,
    put: ({ properties }, cloud, { before, deployment }) => {
      const { name, arn } = cloud.services.secrets.createSecret(properties);
      cloud.secrets.add(name);
      if (before === undefined && deployment !== undefined) fillInSecret(cloud, name);
      return { physicalId: arn, attributes: { Id: arn } };
    },
    taken: (resource, { services }) => {
      try {
        services.secrets.value(textProperty(resource, 'Name'));
        return true;
      } catch (error) {
        if (isMissing(error)) return false;
        throw error;
      }
    },
    remove: (resource, cloud) => {
      const name = textProperty(resource, 'Name');
      cloud.services.secrets.deleteSecret(name);
      cloud.secrets.delete(name);
    },
  },
  'AWS::SSM::Parameter': {
    put: (resource, { services }) => {
      const { name } = services.ssm.putParameter(resource.properties);
      return { physicalId: name, attributes: { Type: 'String', Value: textProperty(resource, 'Value') } };
    },
    taken: (resource, { services }) => services.ssm.value(textProperty(resource, 'Name')) !== undefined,
    remove: ({ physicalId }, { services }) => services.ssm.deleteParameter(physicalId),
  },
  'AWS::Logs::LogGroup': {
    put: (resource, { services }) => {
      const name = textProperty(resource, 'LogGroupName');
      const days = Number(resource.properties['RetentionInDays'] ?? 0) || undefined;
      const { arn } = services.logs.createGroup(name, days);
      return { physicalId: name, attributes: { Arn: `${arn}:*` } };
    },
    taken: (resource, { services }) => services.logs.hasGroup(textProperty(resource, 'LogGroupName')),
    remove: ({ physicalId }, { services }) => services.logs.deleteGroup(physicalId),
  },
  'AWS::KMS::Key': {
    put: (resource, { region, accountId }) => {
      const id = identityOf(resource).join('-');
      return {
        physicalId: id,
        attributes: { Arn: `arn:aws:kms:${region}:${accountId}:key/${id}`, KeyId: id },
      };
    },
    remove: () => undefined,
  },
};

import { textProperty } from './properties.ts';
import type { ResourceTypes } from './resource-type.ts';

/** Buckets, tables, queues, topics, secrets, parameters, log groups. */
export const storageResources: ResourceTypes = {
  'AWS::S3::Bucket': ({ properties }, { services }) => {
    const { name, arn } = services.s3.createBucket(properties);
    return { ref: name, attributes: { Arn: arn, DomainName: `${name}.s3.amazonaws.com` } };
  },
  'AWS::DynamoDB::Table': async (resource, { services, region, accountId }) => {
    await services.dynamodb.createTable(resource.properties);
    const name = textProperty(resource, 'TableName');
    return { ref: name, attributes: { Arn: `arn:aws:dynamodb:${region}:${accountId}:table/${name}` } };
  },
  'AWS::SQS::Queue': ({ properties }, { services }) => {
    const { name, arn, url } = services.sqs.createQueue(properties);
    return { ref: url, attributes: { Arn: arn, QueueName: name, QueueUrl: url } };
  },
  'AWS::SNS::Topic': ({ properties }, { services }) => {
    const { name, arn } = services.sns.createTopic(properties);
    return { ref: arn, attributes: { TopicArn: arn, TopicName: name } };
  },
  'AWS::SNS::Subscription': ({ properties }, { services }) => ({
    ref: services.sns.subscribe(properties).arn,
  }),
  'AWS::SecretsManager::Secret': ({ properties }, { services, secrets }) => {
    const { name, arn } = services.secrets.createSecret(properties);
    secrets.add(name);
    return { ref: arn, attributes: { Id: arn } };
  },
  'AWS::SSM::Parameter': (resource, { services }) => {
    const { name } = services.ssm.putParameter(resource.properties);
    return { ref: name, attributes: { Type: 'String', Value: textProperty(resource, 'Value') } };
  },
  'AWS::Logs::LogGroup': (resource, { services }) => {
    const name = textProperty(resource, 'LogGroupName');
    const { arn } = services.logs.createGroup(
      name,
      Number(resource.properties['RetentionInDays'] ?? 0) || undefined,
    );
    return { ref: name, attributes: { Arn: `${arn}:*` } };
  },
  'AWS::KMS::Key': ({ stack, logicalId }, { region, accountId }) => {
    const id = `${stack.name}-${logicalId}`;
    return { ref: id, attributes: { Arn: `arn:aws:kms:${region}:${accountId}:key/${id}`, KeyId: id } };
  },
};

import { account, arn, arrangeResources } from '../fixtures/creating-resources.ts';

let world: Awaited<ReturnType<typeof arrangeResources>>;
beforeEach(async () => {
  world = await arrangeResources();
});
afterEach(() => world.close());
const create: typeof world.create = (...resource) => world.create(...resource);

describe('resources', () => {
  it('of an unknown type are refused by name', async () => {
    await expect(create('AWS::Kinesis::Stream', {}, 'Events')).rejects.toThrow(
      'Events: the resource type AWS::Kinesis::Stream is not supported by the local cloud',
    );
  });

  it.each([
    ['AWS::Logs::LogGroup', 'LogGroupName must be a text'],
    ['AWS::Lambda::Function', 'FunctionName must be a text'],
    ['AWS::Lex::BotVersion', 'BotId must be a text'],
    ['AWS::Connect::Queue', 'InstanceArn must be a text'],
  ])('%s without its name are refused: %s', async (type, message) => {
    await expect(create(type)).rejects.toThrow(`Thing (${type}): ${message}`);
  });
});

describe('storage', () => {
  it('is a bucket, a table, a queue, a topic, a secret, a parameter, a log group', async () => {
    await expect(create('AWS::S3::Bucket', { BucketName: 'bucket' })).resolves.toEqual({
      physicalId: 'bucket',
      attributes: {
        Arn: 'arn:aws:s3:::bucket',
        DomainName: 'bucket.s3.amazonaws.com',
        RegionalDomainName: 'bucket.s3.us-east-1.amazonaws.com',
      },
    });
    const table = {
      TableName: 'table',
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [{ AttributeName: 'PK', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'PK', KeyType: 'HASH' }],
    };
    await expect(create('AWS::DynamoDB::Table', table)).resolves.toEqual({
      physicalId: 'table',
      attributes: { Arn: arn('dynamodb', 'table/table') },
    });
    await expect(create('AWS::SQS::Queue', { QueueName: 'q' })).resolves.toMatchObject({
      physicalId: `${world.cloud.url()}/${account}/q`,
      attributes: { Arn: arn('sqs', 'q'), QueueName: 'q' },
    });
    const topic = await create('AWS::SNS::Topic', { TopicName: 't' });
    expect(topic.physicalId).toBe(arn('sns', 't'));
    const subscription = { TopicArn: topic.physicalId, Protocol: 'sqs', Endpoint: arn('sqs', 'q') };
    expect((await create('AWS::SNS::Subscription', subscription)).physicalId).toContain(
      `${topic.physicalId}:`,
    );
    await create('AWS::SecretsManager::Secret', { Name: 'secret', SecretString: 'x' });
    expect(world.cloud.secrets).toEqual(new Set(['secret']));
    expect(world.services.secrets.value('secret')).toBe('x');
    const parameter = { Name: '/a', Type: 'String', Value: 'v' };
    await expect(create('AWS::SSM::Parameter', parameter)).resolves.toMatchObject({ physicalId: '/a' });
    expect(world.services.ssm.value('/a')).toBe('v');
    await expect(
      create('AWS::Logs::LogGroup', { LogGroupName: '/g', RetentionInDays: 30 }),
    ).resolves.toMatchObject({ attributes: { Arn: `${arn('logs', 'log-group:/g')}:*` } });
  });

  it('may be created again, as every start does', async () => {
    await create('AWS::SQS::Queue', { QueueName: 'q' });
    const before = world.services.sqs.queues();
    await create('AWS::SQS::Queue', { QueueName: 'q', VisibilityTimeout: 90 });
    expect(world.services.sqs.queues()).toEqual(before);
    expect(world.services.sqs.attributes(arn('sqs', 'q'))).toMatchObject({ VisibilityTimeout: '90' });
  });
});

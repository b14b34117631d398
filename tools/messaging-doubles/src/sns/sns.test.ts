import {
  CreateTopicCommand,
  DeleteTopicCommand,
  GetSubscriptionAttributesCommand,
  GetTopicAttributesCommand,
  ListSubscriptionsByTopicCommand,
  ListSubscriptionsCommand,
  ListTagsForResourceCommand,
  ListTopicsCommand,
  NotFoundException,
  PublishBatchCommand,
  PublishCommand,
  SetSubscriptionAttributesCommand,
  SetTopicAttributesCommand,
  SNSClient,
  SubscribeCommand,
  TagResourceCommand,
  UnsubscribeCommand,
  UntagResourceCommand,
  type PublishCommandInput,
} from '@aws-sdk/client-sns';
import { AwsError, type WireServer } from '@atlas-engine/aws-wire';
import { noFaults } from '@atlas-engine/simulation';
import { DeliveryRefusedError } from '../delivery/deliver.ts';
import { createWorld, place, serve, type TestWorld } from '../testing/local-services.ts';
import { createRecordingTarget, type RecordingTarget } from '../testing/recording-target.ts';
import type { SnsOptions } from './sns-options.ts';
import { createSns, type Sns } from './sns.ts';
import { retryWait } from './subscription-delivery.ts';

const functionArn = 'arn:aws:lambda:us-east-1:000000000000:function:fulfil';
const queueArn = 'arn:aws:sqs:us-east-1:000000000000:sms';
const deadArn = 'arn:aws:sqs:us-east-1:000000000000:dead';
const topicArn = 'arn:aws:sns:us-east-1:000000000000:sms-in';

let world: TestWorld;
let targets: RecordingTarget;
let sns: Sns;
let server: WireServer;
let client: SNSClient;

const open = (options: Partial<SnsOptions> = {}): Sns =>
  createSns({ ...world, ...place, deliver: targets.deliver, ...options });

beforeEach(async () => {
  world = createWorld();
  targets = createRecordingTarget();
  sns = open();
  const served = await serve(world, [sns.service]);
  server = served.server;
  client = new SNSClient(served.config);
});

afterEach(async () => {
  client.destroy();
  await server.close();
});

const topic = () => sns.createTopic({ TopicName: 'sms-in' });
const subscribe = (properties: object = {}) =>
  sns.subscribe({ TopicArn: topicArn, Protocol: 'lambda', Endpoint: functionArn, ...properties });
const publish = (input: Partial<PublishCommandInput> = {}) =>
  client.send(new PublishCommand({ TopicArn: topicArn, Message: 'YES', ...input }));

const aText = { TopicArn: undefined, PhoneNumber: '+12125550100' };
const attribute = (name: string, StringValue: string) => ({ [name]: { DataType: 'String', StringValue } });

describe('a notification', () => {
  it('reaches a function as one record', async () => {
    topic();
    const subscription = subscribe();
    const { MessageId } = await publish({
      Message: '{"a":"<&>"}',
      MessageAttributes: {
        kind: { DataType: 'String', StringValue: 'reply & more' },
        raw: { DataType: 'Binary', BinaryValue: Buffer.from([1, 2]) },
      },
    });
    await world.clock.idle();
    expect(targets.delivered).toEqual([
      {
        targetArn: functionArn,
        options: { from: 'sns', sourceArn: topicArn },
        payload: {
          Records: [
            {
              EventVersion: '1.0',
              EventSource: 'aws:sns',
              EventSubscriptionArn: subscription.arn,
              Sns: {
                Type: 'Notification',
                MessageId,
                TopicArn: topicArn,
                Subject: null,
                Message: '{"a":"<&>"}',
                Timestamp: '2026-01-01T00:00:00.000Z',
                SignatureVersion: '1',
                Signature: expect.any(String),
                SigningCertUrl: expect.stringContaining('https://sns.us-east-1.'),
                UnsubscribeUrl: expect.stringContaining(subscription.arn),
                MessageAttributes: {
                  kind: { Type: 'String', Value: 'reply & more' },
                  raw: { Type: 'Binary', Value: 'AQI=' },
                },
              },
            },
          ],
        },
      },
    ]);
  });

  it('reaches a queue wrapped in JSON', async () => {
    topic();
    subscribe({ Protocol: 'sqs', Endpoint: queueArn });
    await publish({ Subject: 'reply', MessageGroupId: 'lead-1' });
    await world.clock.idle();
    const [delivery] = targets.delivered;
    expect(delivery).toMatchObject({ targetArn: queueArn, options: { messageGroupId: 'lead-1' } });
    expect(Object.keys(JSON.parse(delivery?.payload as string) as object)).toEqual([
      'Type',
      'MessageId',
      'TopicArn',
      'Subject',
      'Message',
      'Timestamp',
      'SignatureVersion',
      'Signature',
      'SigningCertURL',
      'UnsubscribeURL',
    ]);
  });

  it('reaches a queue raw, with its attributes', async () => {
    topic();
    subscribe({ Protocol: 'sqs', Endpoint: queueArn, RawMessageDelivery: true });
    const kind = { DataType: 'String', StringValue: 'reply' };
    await publish({ MessageAttributes: { kind } });
    await world.clock.idle();
    expect(targets.delivered).toMatchObject([{ payload: 'YES', options: { messageAttributes: { kind } } }]);
  });

  it('differs by protocol when the publisher says so', async () => {
    topic();
    subscribe();
    subscribe({ Protocol: 'sqs', Endpoint: queueArn, RawMessageDelivery: 'true' });
    await publish({ MessageStructure: 'json', Message: '{"default":"all","sqs":"queue"}' });
    await world.clock.idle();
    expect(targets.delivered.map(({ payload }) => payload)).toMatchObject([
      { Records: [{ Sns: { Message: 'all' } }] },
      'queue',
    ]);
    await expect(publish({ MessageStructure: 'json', Message: '{"sqs":"x"}' })).rejects.toThrow(
      'No default entry',
    );
  });

  it('is published in batches, entry by entry', async () => {
    topic();
    const result = await client.send(
      new PublishBatchCommand({
        TopicArn: topicArn,
        PublishBatchRequestEntries: [
          { Id: 'a', Message: 'one' },
          { Id: 'b', Message: 'two', Subject: 'line\nbreak' },
        ],
      }),
    );
    expect(result.Successful).toMatchObject([{ Id: 'a', MessageId: expect.any(String) }]);
    expect(result.Failed).toMatchObject([{ Id: 'b', Code: 'InvalidParameter', SenderFault: true }]);
    expect(sns.published(topicArn).map(({ message }) => message)).toEqual(['one']);
  });

  it.each([
    ['an empty message', { Message: '' }, 'Empty message'],
    ['a subject of over 100 characters', { Subject: 'x'.repeat(101) }, 'Subject'],
    ['more than 256 KiB', { Message: 'x'.repeat(262_145) }, 'Message too long'],
    ['a topic and a phone', { PhoneNumber: '+12125550100' }, 'only one may be given'],
    ['what is no phone number', { TopicArn: undefined, PhoneNumber: '555-0100' }, 'PhoneNumber'],
    ['a text of over 1,600 characters', { ...aText, Message: 'x'.repeat(1601) }, 'Message too long'],
    [
      'an attribute that no text has',
      { ...aText, MessageAttributes: attribute('AWS.SNS.SMS.Colour', 'x') },
      'Colour',
    ],
    [
      'another kind of text',
      { ...aText, MessageAttributes: attribute('AWS.SNS.SMS.SMSType', 'Spam') },
      'SMSType',
    ],
    ['a topic elsewhere', { TopicArn: 'arn:aws:sns:eu-west-1:000000000000:x' }, 'TopicArn'],
    ['another structure', { MessageStructure: 'xml' }, 'MessageStructure'],
  ])('is refused with %s', async (_, input, message) => {
    topic();
    await expect(publish(input)).rejects.toThrow(message);
  });

  it('goes to a phone as a text message', async () => {
    const MessageAttributes = {
      ...attribute('AWS.MM.SMS.OriginationNumber', '+12125550199'),
      ...attribute('AWS.SNS.SMS.SMSType', 'Transactional'),
    };
    const { MessageId } = await publish({ ...aText, Message: 'Hello', MessageAttributes });
    await publish({ ...aText, Message: 'Bye' });
    expect(sns.texts()).toMatchObject([
      { messageId: MessageId, to: '+12125550100', from: '+12125550199', text: 'Hello' },
      { to: '+12125550100', text: 'Bye' },
    ]);
  });

  it('is refused for a topic that is not there', async () => {
    await expect(publish()).rejects.toBeInstanceOf(NotFoundException);
  });
});

describe('topics and subscriptions over the wire', () => {
  it('can be made, seen, changed and deleted', async () => {
    const create = (input: object = {}) => client.send(new CreateTopicCommand({ Name: 'sms-in', ...input }));
    const { TopicArn } = await create({
      Attributes: { DisplayName: 'SMS' },
      Tags: [{ Key: 'a', Value: 'b' }],
    });
    expect((await create()).TopicArn).toBe(TopicArn);
    await expect(create({ Attributes: { DisplayName: 'other' } })).rejects.toThrow('different attributes');
    await client.send(
      new SetTopicAttributesCommand({ TopicArn, AttributeName: 'DisplayName', AttributeValue: 'In' }),
    );
    await client.send(new SubscribeCommand({ TopicArn, Protocol: 'sqs', Endpoint: queueArn }));
    const { Attributes } = await client.send(new GetTopicAttributesCommand({ TopicArn }));
    expect(Attributes).toMatchObject({ TopicArn, DisplayName: 'In', SubscriptionsConfirmed: '1' });
    await client.send(new TagResourceCommand({ ResourceArn: TopicArn, Tags: [{ Key: 'c', Value: 'd' }] }));
    await client.send(new UntagResourceCommand({ ResourceArn: TopicArn, TagKeys: ['a'] }));
    const { Tags } = await client.send(new ListTagsForResourceCommand({ ResourceArn: TopicArn }));
    expect(Tags).toEqual([{ Key: 'c', Value: 'd' }]);
    await client.send(new DeleteTopicCommand({ TopicArn }));
    expect((await client.send(new ListTopicsCommand({}))).Topics).toEqual([]);
    expect((await client.send(new ListSubscriptionsCommand({}))).Subscriptions).toEqual([]);
  });

  it('subscribe an endpoint once', async () => {
    topic();
    const ask = (input: object = {}) =>
      client.send(
        new SubscribeCommand({ TopicArn: topicArn, Protocol: 'sqs', Endpoint: queueArn, ...input }),
      );
    const first = await ask({ Attributes: { RawMessageDelivery: 'true' } });
    expect((await ask()).SubscriptionArn).toBe(first.SubscriptionArn);
    await expect(ask({ Attributes: { RawMessageDelivery: 'false' } })).rejects.toThrow(
      'different attributes',
    );
    await client.send(
      new SetSubscriptionAttributesCommand({
        SubscriptionArn: first.SubscriptionArn,
        AttributeName: 'FilterPolicy',
        AttributeValue: '{"kind":["reply"]}',
      }),
    );
    const { Attributes } = await client.send(
      new GetSubscriptionAttributesCommand({ SubscriptionArn: first.SubscriptionArn }),
    );
    expect(Attributes).toMatchObject({ RawMessageDelivery: 'true', FilterPolicy: '{"kind":["reply"]}' });
    await client.send(new UnsubscribeCommand({ SubscriptionArn: first.SubscriptionArn }));
    const listed = await client.send(new ListSubscriptionsByTopicCommand({ TopicArn: topicArn }));
    expect(listed.Subscriptions).toEqual([]);
  });

  it('record e-mail as pending and send none', async () => {
    topic();
    const { SubscriptionArn } = await client.send(
      new SubscribeCommand({ TopicArn: topicArn, Protocol: 'email', Endpoint: 'sales@example.com' }),
    );
    expect(SubscriptionArn).toBe('pending confirmation');
    const { Subscriptions } = await client.send(new ListSubscriptionsByTopicCommand({ TopicArn: topicArn }));
    expect(Subscriptions).toMatchObject([
      { SubscriptionArn: 'PendingConfirmation', Endpoint: 'sales@example.com' },
    ]);
    await publish();
    await world.clock.idle();
    expect(targets.delivered).toEqual([]);
    expect(sns.published(topicArn)).toHaveLength(1);
  });

  it.each([
    ['http', { Protocol: 'http', Endpoint: 'http://example.com' }, 'protocol http'],
    ['sms', { Protocol: 'sms', Endpoint: '+12125550100' }, 'protocol sms'],
    ['an endpoint of another kind', { Protocol: 'sqs', Endpoint: functionArn }, 'SQS endpoint ARN'],
    ['raw delivery to a function', { RawMessageDelivery: true }, 'does not support Raw Message Delivery'],
    ['a filter on the body', { FilterPolicyScope: 'MessageBody' }, 'FilterPolicyScope MessageBody'],
    [
      'a filter by an unknown operator',
      { FilterPolicy: { kind: [{ suffix: 'x' }] } },
      'Unrecognized match type suffix',
    ],
    ['a nested filter', { FilterPolicy: { kind: { inner: ['x'] } } }, 'must be an array'],
    [
      'a filter with too many keys',
      { FilterPolicy: Object.fromEntries(['a', 'b', 'c', 'd', 'e', 'f'].map((key) => [key, ['x']])) },
      'more than 5 keys',
    ],
    ['a redrive to nowhere', { RedrivePolicy: {} }, 'RedrivePolicy'],
    ['a property that is not known', { DeliveryPolicy: {} }, 'DeliveryPolicy'],
  ])('refuse %s', (_, properties, message) => {
    topic();
    expect(() => subscribe(properties)).toThrow(message);
  });

  it('are listed in pages of a hundred', async () => {
    for (let count = 0; count < 101; count += 1) sns.createTopic({ TopicName: `t${count}` });
    const first = await client.send(new ListTopicsCommand({}));
    const second = await client.send(new ListTopicsCommand({ NextToken: first.NextToken }));
    expect([first.Topics?.length, second.Topics?.length, second.NextToken]).toEqual([100, 1, undefined]);
    await expect(client.send(new ListTopicsCommand({ NextToken: 'no-token' }))).rejects.toThrow('NextToken');
  });

  it('refuse FIFO topics and unknown attributes', async () => {
    await expect(client.send(new CreateTopicCommand({ Name: 'x.fifo' }))).rejects.toThrow('FIFO topics');
    await expect(
      client.send(new CreateTopicCommand({ Name: 'x', Attributes: { DeliveryPolicy: '{}' } })),
    ).rejects.toThrow('DeliveryPolicy');
    await expect(client.send(new CreateTopicCommand({ Name: 'x y' }))).rejects.toThrow('Topic Name');
  });
});

describe('a filter policy', () => {
  const attributes = {
    kind: { DataType: 'String', StringValue: 'reply' },
    price: { DataType: 'Number', StringValue: '150' },
    tags: { DataType: 'String.Array', StringValue: '["red", 7, null]' },
  };

  it.each([
    [{ kind: ['reply', 'stop'] }, true],
    [{ kind: ['stop'] }, false],
    [{ kind: [{ prefix: 're' }] }, true],
    [{ kind: [{ 'anything-but': ['stop'] }] }, true],
    [{ kind: [{ 'anything-but': { prefix: 're' } }] }, false],
    [{ price: [{ numeric: ['>=', 100, '<', 200] }] }, true],
    [{ price: ['150'] }, false],
    [{ price: [150] }, true],
    [{ tags: ['red'] }, true],
    [{ tags: [7, 8] }, true],
    [{ tags: ['blue'] }, false],
    [{ absent: [{ exists: false }] }, true],
    [{ kind: [{ exists: true }], absent: ['x'] }, false],
  ])('%j', async (FilterPolicy, expected) => {
    topic();
    subscribe({ FilterPolicy });
    await publish({ MessageAttributes: attributes });
    await world.clock.idle();
    expect(targets.delivered).toHaveLength(expected ? 1 : 0);
  });
});

describe('the delivery of a notification', () => {
  it('is tried again at the pace of AWS managed endpoints', async () => {
    topic();
    subscribe();
    targets.fail(
      functionArn,
      ...Array.from({ length: 5 }, () => new AwsError('InternalFailure', 'no', { status: 500 })),
    );
    await publish();
    await world.clock.idle();
    expect(targets.delivered).toEqual([]);
    await world.clock.advanceBy(2_000);
    expect(targets.delivered).toHaveLength(1);
    expect([1, 3, 4, 5, 6, 15, 16, 1000].map(retryWait)).toEqual([
      0, 0, 1000, 1000, 1000, 20_000, 20_000, 20_000,
    ]);
  });

  it('goes to the dead-letter queue when the endpoint is gone', async () => {
    topic();
    subscribe({ RedrivePolicy: { deadLetterTargetArn: deadArn } });
    targets.fail(functionArn, new DeliveryRefusedError('NO_RESOURCE', 'gone'));
    await publish();
    await world.clock.idle();
    expect(targets.delivered.map(({ targetArn }) => targetArn)).toEqual([deadArn]);
    expect(JSON.parse(targets.delivered[0]?.payload as string)).toMatchObject({
      Records: [{ Sns: { Message: 'YES' } }],
    });
  });

  it('is noted when it is dropped', async () => {
    topic();
    subscribe();
    targets.fail(functionArn, new AwsError('AccessDeniedException', 'no', { status: 403 }));
    await publish();
    await world.clock.idle();
    expect(sns.dropped()).toMatchObject([{ targetArn: functionArn, errorCode: 'NO_PERMISSIONS' }]);
    expect(sns.pendingDeliveries).toBe(0);
  });

  it('is twice and late where the plan says so, and survives the end of the process', async () => {
    const faulty = open({ faults: { ...noFaults, deliveries: () => 2, delay: () => 3_000 } });
    topic();
    subscribe();
    faulty.publish(topicArn, { message: 'a' });
    await world.clock.advanceBy(2_999);
    expect(targets.delivered).toEqual([]);
    const next = createRecordingTarget();
    open({ deliver: next.deliver });
    targets.fail(
      functionArn,
      ...Array.from({ length: 2 }, () => new AwsError('InternalFailure', 'ended', { status: 500 })),
    );
    await world.clock.advanceBy(1);
    expect(next.delivered.length + targets.delivered.length).toBeGreaterThanOrEqual(2);
  });

  it('keeps the last thousand messages of a topic', () => {
    topic();
    for (let count = 0; count < 1002; count += 1) sns.publish(topicArn, { message: `m${count}` });
    const kept = open().published(topicArn);
    expect([kept.length, kept[0]?.message, kept.at(-1)?.message]).toEqual([1000, 'm2', 'm1001']);
  });
});

import {
  ChangeMessageVisibilityCommand,
  CreateQueueCommand,
  DeleteMessageBatchCommand,
  DeleteMessageCommand,
  DeleteQueueCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  ListDeadLetterSourceQueuesCommand,
  ListMessageMoveTasksCommand,
  ListQueuesCommand,
  ListQueueTagsCommand,
  PurgeQueueCommand,
  QueueDoesNotExist,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
  SetQueueAttributesCommand,
  SQSClient,
  StartMessageMoveTaskCommand,
  TagQueueCommand,
} from '@aws-sdk/client-sqs';
import type { WireServer } from '@atlas-engine/aws-wire';
import { noFaults } from '@atlas-engine/simulation';
import { createWorld, place, serve, type TestWorld } from '../testing/local-services.ts';
import { createSqs, type Sqs } from './sqs.ts';

let world: TestWorld;
let sqs: Sqs;
let server: WireServer;
let client: SQSClient;

const open = (): Sqs => createSqs({ ...world, ...place, url: () => server.url });

beforeEach(async () => {
  world = createWorld();
  sqs = open();
  const served = await serve(world, [sqs.service]);
  server = served.server;
  client = new SQSClient(served.config);
});

afterEach(async () => {
  client.destroy();
  await server.close();
});

const queue = (properties: object = {}) => sqs.createQueue({ QueueName: 'dial', ...properties });
const receive = async (QueueUrl: string, options: object = {}) =>
  (await client.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, ...options })))
    .Messages ?? [];

describe('SQS, asked by the SDK', () => {
  it('carries a message with attributes from send to delete', async () => {
    const { url } = queue();
    await client.send(
      new SendMessageCommand({
        QueueUrl: url,
        MessageBody: '{"k":"ü"}',
        MessageAttributes: {
          kind: { DataType: 'String', StringValue: 'dial' },
          weight: { DataType: 'Number', StringValue: '3' },
          raw: { DataType: 'Binary', BinaryValue: Buffer.from([1, 2, 3]) },
        },
      }),
    );
    const [message] = await receive(url, {
      MessageAttributeNames: ['All'],
      MessageSystemAttributeNames: ['All'],
    });
    expect(message).toMatchObject({
      Body: '{"k":"ü"}',
      Attributes: { ApproximateReceiveCount: '1', SentTimestamp: String(world.clock.now()) },
      MessageAttributes: { kind: { StringValue: 'dial' }, raw: { BinaryValue: new Uint8Array([1, 2, 3]) } },
    });
    expect(await receive(url)).toEqual([]);
    await client.send(new DeleteMessageCommand({ QueueUrl: url, ReceiptHandle: message?.ReceiptHandle }));
    await world.clock.advanceBy(60_000);
    expect(await receive(url)).toEqual([]);
  });

  it('points queue URLs at itself and finds a queue whatever the host of its URL', async () => {
    const { url } = queue();
    expect(url).toBe(`${server.url}/000000000000/dial`);
    const found = await client.send(new GetQueueUrlCommand({ QueueName: 'dial' }));
    expect(found.QueueUrl).toBe(url);
    expect(sqs.receive('arn:aws:sqs:us-east-1:000000000000:dial')).toEqual([]);
  });

  it('gives a message again after its visibility time, with another receipt handle', async () => {
    const { url } = queue({ VisibilityTimeout: 40 });
    await client.send(new SendMessageCommand({ QueueUrl: url, MessageBody: 'a' }));
    const [first] = await receive(url);
    await world.clock.advanceBy(39_000);
    expect(await receive(url)).toEqual([]);
    await world.clock.advanceBy(1_000);
    const [second] = await receive(url, { MessageSystemAttributeNames: ['ApproximateReceiveCount'] });
    expect(second?.Attributes).toEqual({ ApproximateReceiveCount: '2' });
    await client.send(new DeleteMessageCommand({ QueueUrl: url, ReceiptHandle: first?.ReceiptHandle }));
    expect(sqs.messages(queue({ VisibilityTimeout: 40 }).arn)).toHaveLength(1);
  });

  it('shows a message at once when its visibility is set to 0, and refuses it twice', async () => {
    const { url } = queue();
    await client.send(new SendMessageCommand({ QueueUrl: url, MessageBody: 'a' }));
    const [message] = await receive(url);
    const change = new ChangeMessageVisibilityCommand({
      QueueUrl: url,
      ReceiptHandle: message?.ReceiptHandle,
      VisibilityTimeout: 0,
    });
    await client.send(change);
    await expect(client.send(change)).rejects.toMatchObject({ name: 'MessageNotInflight' });
    expect(await receive(url)).toHaveLength(1);
  });

  it('holds a delayed message back', async () => {
    const { url } = queue({ DelaySeconds: 5 });
    await client.send(new SendMessageCommand({ QueueUrl: url, MessageBody: 'late', DelaySeconds: 900 }));
    await client.send(new SendMessageCommand({ QueueUrl: url, MessageBody: 'soon' }));
    expect(await receive(url)).toEqual([]);
    await world.clock.advanceBy(5_000);
    expect((await receive(url)).map(({ Body }) => Body)).toEqual(['soon']);
    await world.clock.advanceBy(895_000);
    expect((await receive(url)).map(({ Body }) => Body)).toContain('late');
    await expect(
      client.send(new SendMessageCommand({ QueueUrl: url, MessageBody: 'x', DelaySeconds: 901 })),
    ).rejects.toMatchObject({ message: expect.stringContaining('DelaySeconds must be >= 0 and <= 900') });
  });

  it('wakes a long poll by the arrival of a message, and ends it by the clock', async () => {
    const { url, arn } = queue();
    const waiting = receive(url, { WaitTimeSeconds: 20 });
    await world.clock.advanceBy(10_000);
    sqs.send(arn, { body: 'now' });
    expect((await waiting).map(({ Body }) => Body)).toEqual(['now']);
    const inVain = receive(url, { WaitTimeSeconds: 5 });
    while ((await Promise.race([inVain, Promise.resolve('pending')])) === 'pending') {
      await world.clock.advanceBy(1_000);
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    expect(await inVain).toEqual([]);
  });

  it('moves what was received too often to the dead-letter queue, and back by a move task', async () => {
    const dead = sqs.createQueue({ QueueName: 'dial-dead' });
    const { url, arn } = queue({ RedrivePolicy: { deadLetterTargetArn: dead.arn, maxReceiveCount: 2 } });
    sqs.send(arn, { body: 'poison' });
    for (let round = 0; round < 2; round += 1) {
      expect(await receive(url)).toHaveLength(1);
      await world.clock.advanceBy(30_000);
    }
    expect(await receive(url)).toEqual([]);
    const [message] = await receive(dead.url, { MessageSystemAttributeNames: ['All'], VisibilityTimeout: 0 });
    expect(message).toMatchObject({ Body: 'poison', Attributes: { DeadLetterQueueSourceArn: arn } });
    const sources = await client.send(new ListDeadLetterSourceQueuesCommand({ QueueUrl: dead.url }));
    expect(sources.queueUrls).toEqual([url]);

    await client.send(new StartMessageMoveTaskCommand({ SourceArn: dead.arn }));
    await world.clock.advanceBy(1_000);
    const tasks = await client.send(new ListMessageMoveTasksCommand({ SourceArn: dead.arn }));
    expect(tasks.Results).toMatchObject([{ Status: 'COMPLETED', ApproximateNumberOfMessagesMoved: 1 }]);
    expect((await receive(url)).map(({ Body }) => Body)).toEqual(['poison']);
  });

  it('answers a batch entry by entry', async () => {
    const { url } = queue();
    const sent = await client.send(
      new SendMessageBatchCommand({
        QueueUrl: url,
        Entries: [
          { Id: 'a', MessageBody: 'one' },
          { Id: 'b', MessageBody: '\u0000' },
          { Id: 'c', MessageBody: 'two' },
        ],
      }),
    );
    expect(sent.Successful?.map(({ Id }) => Id)).toEqual(['a', 'c']);
    expect(sent.Failed).toMatchObject([{ Id: 'b', SenderFault: true, Code: 'InvalidMessageContents' }]);
    const messages = await receive(url);
    const deleted = await client.send(
      new DeleteMessageBatchCommand({
        QueueUrl: url,
        Entries: [
          ...messages.map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle })),
          { Id: 'bad', ReceiptHandle: 'no-handle' },
        ],
      }),
    );
    expect(deleted.Successful).toHaveLength(2);
    expect(deleted.Failed).toMatchObject([{ Id: 'bad', Code: 'ReceiptHandleIsInvalid' }]);
  });

  it('refuses batches that are empty, too large or ambiguous', async () => {
    const { url } = queue();
    const send = (ids: readonly string[]) =>
      client.send(
        new SendMessageBatchCommand({ QueueUrl: url, Entries: ids.map((Id) => ({ Id, MessageBody: 'x' })) }),
      );
    await expect(send([])).rejects.toMatchObject({ name: 'EmptyBatchRequest' });
    await expect(send(Array.from({ length: 11 }, (_, index) => `m${index}`))).rejects.toMatchObject({
      name: 'TooManyEntriesInBatchRequest',
    });
    await expect(send(['a', 'a'])).rejects.toMatchObject({ name: 'BatchEntryIdsNotDistinct' });
  });

  it('refuses a message beyond 256 KiB unless the queue says 1 MiB', async () => {
    const { url } = queue();
    const body = 'x'.repeat(262_145);
    await expect(
      client.send(new SendMessageCommand({ QueueUrl: url, MessageBody: body })),
    ).rejects.toMatchObject({
      name: 'InvalidParameterValue',
    });
    await client.send(
      new SetQueueAttributesCommand({ QueueUrl: url, Attributes: { MaximumMessageSize: '1048576' } }),
    );
    await client.send(new SendMessageCommand({ QueueUrl: url, MessageBody: body }));
    expect(await receive(url)).toHaveLength(1);
  });

  it('names its errors as the SDK knows them', async () => {
    const missing = client.send(new GetQueueUrlCommand({ QueueName: 'absent' }));
    await expect(missing).rejects.toBeInstanceOf(QueueDoesNotExist);
    await expect(
      client.send(new CreateQueueCommand({ QueueName: 'q', Attributes: { DelaySeconds: '901' } })),
    ).rejects.toMatchObject({ name: 'InvalidAttributeValue' });
    await expect(
      client.send(new CreateQueueCommand({ QueueName: 'q', Attributes: { Colour: 'red' } as object })),
    ).rejects.toMatchObject({ name: 'InvalidAttributeName' });
    await expect(client.send(new CreateQueueCommand({ QueueName: 'q q' }))).rejects.toMatchObject({
      name: 'InvalidParameterValue',
    });
  });

  it('tells a second creation with other attributes from a repeat', async () => {
    const attributes = { VisibilityTimeout: '60' };
    const first = await client.send(new CreateQueueCommand({ QueueName: 'q', Attributes: attributes }));
    const again = await client.send(new CreateQueueCommand({ QueueName: 'q', Attributes: attributes }));
    expect(again.QueueUrl).toBe(first.QueueUrl);
    await expect(
      client.send(new CreateQueueCommand({ QueueName: 'q', Attributes: { VisibilityTimeout: '61' } })),
    ).rejects.toMatchObject({ name: 'QueueNameExists' });
    await client.send(new DeleteQueueCommand({ QueueUrl: first.QueueUrl }));
    await expect(client.send(new CreateQueueCommand({ QueueName: 'q' }))).rejects.toMatchObject({
      name: 'QueueDeletedRecently',
    });
    await world.clock.advanceBy(60_000);
    await client.send(new CreateQueueCommand({ QueueName: 'q' }));
    expect((await client.send(new ListQueuesCommand({}))).QueueUrls).toHaveLength(1);
  });

  it('counts its messages and keeps attributes and tags', async () => {
    const { url, arn } = queue({ Tags: [{ Key: 'stage', Value: 'local' }] });
    sqs.send(arn, { body: 'a' });
    sqs.send(arn, { body: 'b' });
    sqs.send(arn, { body: 'c', delaySeconds: 10 });
    sqs.receive(arn, { max: 1 });
    const { Attributes } = await client.send(
      new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: ['All'] }),
    );
    expect(Attributes).toMatchObject({
      QueueArn: arn,
      VisibilityTimeout: '30',
      ApproximateNumberOfMessages: '1',
      ApproximateNumberOfMessagesNotVisible: '1',
      ApproximateNumberOfMessagesDelayed: '1',
    });
    await client.send(new TagQueueCommand({ QueueUrl: url, Tags: { owner: 'outreach' } }));
    const { Tags } = await client.send(new ListQueueTagsCommand({ QueueUrl: url }));
    expect(Tags).toEqual({ stage: 'local', owner: 'outreach' });
  });

  it('empties a queue once a minute', async () => {
    const { url, arn } = queue();
    sqs.send(arn, { body: 'a' });
    await client.send(new PurgeQueueCommand({ QueueUrl: url }));
    expect(sqs.messages(arn)).toEqual([]);
    await expect(client.send(new PurgeQueueCommand({ QueueUrl: url }))).rejects.toMatchObject({
      name: 'PurgeQueueInProgress',
    });
  });

  it('forgets a message after its retention time', async () => {
    const { arn } = queue({ MessageRetentionPeriod: 60 });
    sqs.send(arn, { body: 'a' });
    await world.clock.advanceBy(60_000);
    expect(sqs.receive(arn)).toEqual([]);
    expect(sqs.messages(arn)).toEqual([]);
  });
});

describe('a FIFO queue', () => {
  const fifo = (properties: object = {}) =>
    sqs.createQueue({ QueueName: 'calls.fifo', FifoQueue: true, ...properties });
  const bodies = (arn: string, max = 10) => sqs.receive(arn, { max }).map(({ body }) => body);

  it('keeps the order of a group and blocks it while one of its messages is in flight', () => {
    const { arn } = fifo({ ContentBasedDeduplication: true });
    for (const body of ['a1', 'a2', 'b1', 'a3']) sqs.send(arn, { body, messageGroupId: body.slice(0, 1) });
    const [first] = sqs.receive(arn, { max: 1 });
    expect(first?.body).toBe('a1');
    expect(bodies(arn)).toEqual(['b1']);
    sqs.deleteMessages(arn, [first?.receiptHandle ?? '']);
    expect(bodies(arn)).toEqual(['a2', 'a3']);
  });

  it('takes a repeat within five minutes as the same message', async () => {
    const { arn } = fifo();
    const message = { body: 'a', messageGroupId: 'g', messageDeduplicationId: 'once' };
    const first = sqs.send(arn, message);
    await world.clock.advanceBy(299_000);
    expect(sqs.send(arn, message)).toEqual(first);
    await world.clock.advanceBy(1_000);
    expect(sqs.send(arn, message).messageId).not.toBe(first.messageId);
    expect(bodies(arn)).toEqual(['a', 'a']);
  });

  it('wants a group, a way to deduplicate and no delay of its own', async () => {
    const { url, arn } = fifo();
    expect(() => sqs.send(arn, { body: 'a' })).toThrow('MessageGroupId');
    expect(() => sqs.send(arn, { body: 'a', messageGroupId: 'g' })).toThrow('ContentBasedDeduplication');
    await expect(
      client.send(
        new SendMessageCommand({ QueueUrl: url, MessageBody: 'a', MessageGroupId: 'g', DelaySeconds: 1 }),
      ),
    ).rejects.toMatchObject({ message: expect.stringContaining('not valid for this queue type') });
    expect(() => sqs.createQueue({ QueueName: 'calls', FifoQueue: true })).toThrow('.fifo');
  });
});

describe('SQS in process', () => {
  it('wakes its listener on arrival, after a delay and after a visibility time', async () => {
    const { arn } = queue();
    let calls = 0;
    const stop = sqs.onMessage(arn, () => {
      calls += 1;
    });
    sqs.send(arn, { body: 'a' });
    await world.clock.idle();
    expect(calls).toBe(1);
    sqs.receive(arn);
    await world.clock.advanceBy(30_000);
    expect(calls).toBe(2);
    stop();
    sqs.send(arn, { body: 'b' });
    await world.clock.idle();
    expect(calls).toBe(2);
  });

  it('goes on after the process has ended at any moment', async () => {
    const { arn } = queue();
    sqs.send(arn, { body: 'in flight' });
    sqs.receive(arn);
    sqs.send(arn, { body: 'delayed', delaySeconds: 60 });
    const next = open();
    let woken = 0;
    next.onMessage(arn, () => {
      woken += 1;
    });
    await world.clock.advanceBy(30_000);
    expect(next.receive(arn).map(({ body }) => body)).toEqual(['in flight']);
    await world.clock.advanceBy(30_000);
    expect(next.receive(arn).map(({ body }) => body)).toEqual(['in flight', 'delayed']);
    expect(woken).toBeGreaterThanOrEqual(2);
  });

  it('delivers twice and late where the plan says so', async () => {
    const faulty = createSqs({
      ...world,
      ...place,
      url: () => server.url,
      faults: { ...noFaults, deliveries: () => 2, delay: () => 1_000 },
    });
    const { arn } = faulty.createQueue({ QueueName: 'dial' });
    const { messageId } = faulty.send(arn, { body: 'a' });
    expect(faulty.receive(arn)).toEqual([]);
    await world.clock.advanceBy(1_000);
    const copies = faulty.receive(arn);
    expect(copies.map((copy) => copy.messageId)).toEqual([messageId, messageId]);
    faulty.deleteMessages(arn, [copies[0]?.receiptHandle ?? '']);
    expect(faulty.messages(arn)).toHaveLength(1);
  });

  it('refuses template properties that it does not know, and a redrive to a queue that is not there', () => {
    expect(() => queue({ Colour: 'red' })).toThrow('Colour');
    expect(() => sqs.createQueue({})).toThrow('QueueName');
    const absent = 'arn:aws:sqs:us-east-1:000000000000:absent';
    expect(() => queue({ RedrivePolicy: { deadLetterTargetArn: absent, maxReceiveCount: 1 } })).toThrow(
      'Dead letter target does not exist',
    );
    expect(() => sqs.receive(absent)).toThrow('does not exist');
  });
});

describe('SQS, asked by a client of the query protocol', () => {
  const ask = async (form: Record<string, string>) => {
    const response = await fetch(server.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded; charset=utf-8',
        authorization:
          'AWS4-HMAC-SHA256 Credential=AKIALOCAL/20260101/us-east-1/sqs/aws4_request, SignedHeaders=host, Signature=0',
      },
      body: new URLSearchParams({ Version: '2012-11-05', ...form }).toString(),
    });
    return { status: response.status, text: await response.text() };
  };

  it('reads forms and answers with flattened XML', async () => {
    const created = await ask({
      Action: 'CreateQueue',
      QueueName: 'old',
      'Attribute.1.Name': 'VisibilityTimeout',
      'Attribute.1.Value': '45',
    });
    const url = /<QueueUrl>(.*)<\/QueueUrl>/.exec(created.text)?.[1] ?? '';
    const sent = await ask({
      Action: 'SendMessageBatch',
      QueueUrl: url,
      'SendMessageBatchRequestEntry.1.Id': 'a',
      'SendMessageBatchRequestEntry.1.MessageBody': 'a < b',
      'SendMessageBatchRequestEntry.1.MessageAttribute.1.Name': 'kind',
      'SendMessageBatchRequestEntry.1.MessageAttribute.1.Value.DataType': 'String',
      'SendMessageBatchRequestEntry.1.MessageAttribute.1.Value.StringValue': 'dial',
    });
    expect(sent.text).toContain('<SendMessageBatchResultEntry><Id>a</Id>');
    const received = await ask({
      Action: 'ReceiveMessage',
      QueueUrl: url,
      MaxNumberOfMessages: '10',
      'AttributeName.1': 'ApproximateReceiveCount',
      'MessageAttributeName.1': 'All',
    });
    expect(received.text).toContain('<Body>a &lt; b</Body>');
    expect(received.text).toContain(
      '<Attribute><Name>ApproximateReceiveCount</Name><Value>1</Value></Attribute>',
    );
    expect(received.text).toContain(
      '<MessageAttribute><Name>kind</Name><Value><DataType>String</DataType><StringValue>dial</StringValue></Value>',
    );
  });

  it('gives errors their old names', async () => {
    const { status, text } = await ask({ Action: 'GetQueueUrl', QueueName: 'absent' });
    expect(status).toBe(400);
    expect(text).toContain('<Code>AWS.SimpleQueueService.NonExistentQueue</Code>');
    expect((await ask({ Action: 'Dance' })).text).toContain('does not support operation Dance');
  });
});

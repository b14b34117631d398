import { DynamoDBClient, GetItemCommand, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { LexRuntimeV2Client, RecognizeTextCommand } from '@aws-sdk/client-lex-runtime-v2';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { GetQueueUrlCommand, SQSClient } from '@aws-sdk/client-sqs';
import { createManualClock, createMemoryStore } from '@atlas-engine/simulation';
import { Readable } from 'node:stream';
import {
  AwsError,
  createWireServer,
  jsonService,
  queryService,
  restJsonService,
  stringField,
} from './index.ts';
import type { ServiceDouble, WireServer } from './index.ts';

const notFound = new AwsError('ResourceNotFoundException', 'no such thing');

const dynamodb = jsonService({
  service: 'dynamodb',
  version: '1.0',
  operations: {
    ListTables: () => ({ TableNames: ['a', 'b'] }),
    GetItem: () => {
      throw new AwsError('ConditionalCheckFailedException', 'no', { members: { Item: { pk: { S: 'x' } } } });
    },
  },
});
const sqs = jsonService({
  service: 'sqs',
  version: '1.0',
  operations: {
    GetQueueUrl: (input) => {
      if (stringField(input, 'QueueName') === 'q') return { QueueUrl: 'http://127.0.0.1/000000000000/q' };
      throw new AwsError('QueueDoesNotExist', 'no such queue');
    },
  },
  queryErrorCodes: { QueueDoesNotExist: 'AWS.SimpleQueueService.NonExistentQueue' },
});
const published: unknown[] = [];
const sns = queryService({
  service: 'sns',
  xmlns: 'http://sns.amazonaws.com/doc/2010-03-31/',
  operations: {
    Publish: (input) => {
      published.push(input);
      if (input['Message'] === 'refuse') throw new AwsError('InvalidParameter', 'Message <refused>');
      return { MessageId: 'm-1' };
    },
  },
});
const lex = restJsonService({
  service: 'lex',
  routes: [
    {
      method: 'POST',
      path: '/bots/{botId}/botAliases/{botAliasId}/botLocales/{localeId}/sessions/{sessionId}/text',
      operation: 'RecognizeText',
      handle: ({ params, input }) => {
        if (input['text'] === 'unknown') throw notFound;
        return {
          sessionId: params['sessionId'],
          messages: [{ contentType: 'PlainText', content: input['text'] }],
        };
      },
    },
  ],
});
const objects = new Map<string, Buffer>();
const s3: ServiceDouble = {
  service: 's3',
  operationOf: ({ method }) => (method === 'PUT' ? 'PutObject' : 'GetObject'),
  handle: async ({ method, path, body }) => {
    if (method === 'PUT') {
      objects.set(path, body);
      return { status: 200, headers: { etag: '"e"' } };
    }
    const found = objects.get(path);
    if (!found) throw new AwsError('NoSuchKey', 'The specified key does not exist.', { status: 404 });
    return { status: 200, body: found };
  },
};
let server: WireServer | undefined;
const start = async (): Promise<WireServer> => {
  server = await createWireServer({
    services: [dynamodb, sqs, sns, lex, s3],
    clock: createManualClock(),
    store: createMemoryStore(),
  });
  return server;
};
afterEach(async () => {
  await server?.close();
  server = undefined;
});

const credentials = { accessKeyId: 'LOCALKEY', secretAccessKey: 'local' };
const config = ({ url }: WireServer) => ({ endpoint: url, region: 'us-east-1', credentials, maxAttempts: 1 });

describe('the wire server, asked by SDK clients', () => {
  it('speaks awsJson', async () => {
    const client = new DynamoDBClient(config(await start()));
    const { TableNames } = await client.send(new ListTablesCommand({}));
    expect(TableNames).toEqual(['a', 'b']);
  });

  it('gives the members of an awsJson error', async () => {
    const client = new DynamoDBClient(config(await start()));
    const get = client.send(new GetItemCommand({ TableName: 't', Key: { pk: { S: 'x' } } }));
    await expect(get).rejects.toMatchObject({
      name: 'ConditionalCheckFailedException',
      message: 'no',
      Item: { pk: { S: 'x' } },
    });
  });

  it('gives SQS errors their query code', async () => {
    const client = new SQSClient(config(await start()));
    await expect(client.send(new GetQueueUrlCommand({ QueueName: 'q' }))).resolves.toMatchObject({
      QueueUrl: 'http://127.0.0.1/000000000000/q',
    });
    await expect(client.send(new GetQueueUrlCommand({ QueueName: 'none' }))).rejects.toMatchObject({
      name: 'QueueDoesNotExist',
      Code: 'AWS.SimpleQueueService.NonExistentQueue',
      Type: 'Sender',
    });
  });

  it('speaks the query protocol with XML errors', async () => {
    const client = new SNSClient(config(await start()));
    const sent = await client.send(
      new PublishCommand({
        TopicArn: 'arn:aws:sns:us-east-1:000000000000:t',
        Message: 'a & b',
        MessageAttributes: { kind: { DataType: 'String', StringValue: 'x' } },
      }),
    );
    expect(sent.MessageId).toBe('m-1');
    expect(published.at(-1)).toEqual({
      TopicArn: 'arn:aws:sns:us-east-1:000000000000:t',
      Message: 'a & b',
      MessageAttributes: [{ Name: 'kind', Value: { DataType: 'String', StringValue: 'x' } }],
    });
    await expect(client.send(new PublishCommand({ Message: 'refuse' }))).rejects.toMatchObject({
      name: 'InvalidParameterException',
      message: 'Message <refused>',
    });
  });

  it('speaks REST-JSON over HTTP/2 with prior knowledge', async () => {
    const client = new LexRuntimeV2Client(config(await start()));
    const say = (text: string) =>
      client.send(
        new RecognizeTextCommand({ botId: 'b', botAliasId: 'a', localeId: 'en_US', sessionId: 's/1', text }),
      );
    const answers = await Promise.all([say('hello'), say('again')]);
    expect(answers.map(({ messages = [] }) => messages[0]?.content)).toEqual(['hello', 'again']);
    expect(answers[0].sessionId).toBe('s/1');
    await expect(say('unknown')).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
      message: 'no such thing',
    });
    client.destroy();
  });

  it('takes a streamed S3 body out of its chunks, and writes S3 errors', async () => {
    const client = new S3Client(config(await start()));
    const content = Buffer.alloc(200_000, 'abcdefghij');
    await client.send(
      new PutObjectCommand({
        Bucket: 'b',
        Key: 'k',
        Body: Readable.from([content.subarray(0, 70_000), content.subarray(70_000)]),
        ContentLength: content.length,
      }),
    );
    expect(objects.get('/b/k')?.equals(content)).toBe(true);
    const { Body } = await client.send(new GetObjectCommand({ Bucket: 'b', Key: 'k' }));
    expect((await Body?.transformToByteArray())?.length).toBe(content.length);
    await expect(client.send(new GetObjectCommand({ Bucket: 'b', Key: 'none' }))).rejects.toMatchObject({
      name: 'NoSuchKey',
    });
  });
});

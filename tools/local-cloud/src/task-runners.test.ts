import { AwsError } from '@atlas-engine/aws-wire';
import type { InvokeResult, Lambda } from '@atlas-engine/lambda-runtime';
import { TaskFailure, type TaskContext } from '@atlas-engine/states-language';
import { allowing, openResource, putRole } from './fixtures/allowing.ts';
import { arrangeServices } from './fixtures/arrange-services.ts';
import { announced, createTaskRunners } from './task-runners.ts';

let world: Awaited<ReturnType<typeof arrangeServices>>;
beforeEach(async () => {
  world = await arrangeServices();
  putRole(world.services.permissions, 'r');
});
afterEach(() => world.close());

const context: TaskContext = {
  executionArn: 'arn:aws:states:us-east-1:000000000000:execution:m:e',
  stateName: 'S',
  attempt: 1,
  roleArn: 'arn:aws:iam::000000000000:role/r',
};
const answer = (more: Partial<InvokeResult>): InvokeResult => ({
  statusCode: 200,
  requestId: 'id',
  executedVersion: '$LATEST',
  payload: 'null',
  ...more,
});

/** Runs a task, with a Lambda whose functions all answer `result`. */
async function run(resource: string, args: unknown, result: InvokeResult | AwsError = answer({})) {
  const invoked: unknown[] = [];
  const lambda = {
    invoke: async (...call: unknown[]) => {
      invoked.push(call);
      if (result instanceof Error) throw result;
      return result;
    },
  } as unknown as Lambda;
  const runners = createTaskRunners({
    ...world.services,
    access: world.services.permissions,
    region: 'us-east-1',
    accountId: '000000000000',
    lambda,
  });
  const arn = `arn:aws:states:::${resource}`;
  const output = await runners[arn]?.invoke(arn, args, context).catch((error: unknown) => error);
  return { output, invoked };
}
const failure = (error: string) => expect.objectContaining({ error }) as TaskFailure;

describe('a Lambda task', () => {
  it('hands the payload over as JSON and gives the answer with its status', async () => {
    const args = { FunctionName: 'arn:…:f:live', Payload: { lead: 1 } };
    const { output, invoked } = await run('lambda:invoke', args, answer({ payload: '{"ok":true}' }));
    expect(output).toEqual({ ExecutedVersion: '$LATEST', Payload: { ok: true }, StatusCode: 200 });
    expect(invoked).toEqual([['arn:…:f:live', '{"lead":1}', { type: 'RequestResponse' }]]);
  });

  it('without a payload sends an empty object', async () => {
    const { invoked } = await run('lambda:invoke.waitForTaskToken', { FunctionName: 'f' });
    expect(invoked).toEqual([['f', '{}', { type: 'RequestResponse' }]]);
  });

  it("fails by the function's own error name", async () => {
    const payload = JSON.stringify({ errorType: 'SalesforceLimitError', errorMessage: 'x' });
    const { output } = await run(
      'lambda:invoke',
      { FunctionName: 'f' },
      answer({ functionError: 'Unhandled', payload }),
    );
    expect(output).toEqual(failure('SalesforceLimitError'));
    expect(output).toHaveProperty('errorCause', payload);
  });

  it('fails as Lambda.Unknown by an error without a name', async () => {
    const { output } = await run(
      'lambda:invoke',
      { FunctionName: 'f' },
      answer({ functionError: 'Unhandled', payload: '{}' }),
    );
    expect(output).toEqual(failure('Lambda.Unknown'));
  });

  it.each(['TooManyRequestsException', 'ServiceException', 'ResourceNotFoundException'])(
    'fails as Lambda.%s when Lambda does',
    async (code) => {
      const { output } = await run('lambda:invoke', { FunctionName: 'f' }, new AwsError(code, 'no'));
      expect(output).toEqual(failure(`Lambda.${code}`));
      expect(output).toBeInstanceOf(TaskFailure);
    },
  );

  it('refuses an argument that it does not know', async () => {
    const { output, invoked } = await run('lambda:invoke', { FunctionName: 'f', Qualifier: 'live' });
    expect(String(output)).toContain('Qualifier');
    expect(invoked).toEqual([]);
  });
});

describe('an SQS task', () => {
  it('sends a text as it is, and everything else as JSON', async () => {
    const { url, arn } = world.services.sqs.createQueue({ QueueName: 'q' });
    await run('sqs:sendMessage', { QueueUrl: url, MessageBody: 'text' });
    const { output } = await run('sqs:sendMessage', { QueueUrl: url, MessageBody: { a: 1 } });
    expect(output).toHaveProperty('MessageId');
    expect(world.services.sqs.messages(arn).map(({ body }) => body)).toEqual(['text', '{"a":1}']);
  });

  it('fails by the name of the error', async () => {
    const { output } = await run('sqs:sendMessage', {
      QueueUrl: 'http://127.0.0.1:5000/000000000000/no',
      MessageBody: 'x',
    });
    expect(output).toBeInstanceOf(TaskFailure);
    expect((output as TaskFailure).error).toMatch(/^SQS\.\w*QueueDoesNotExist\w*$/);
  });
});

describe('an SNS task', () => {
  it('publishes a text as it is, and everything else as JSON', async () => {
    const { arn: queue } = world.services.sqs.createQueue({ QueueName: 'q' });
    const { arn: topic } = world.services.sns.createTopic({ TopicName: 't' });
    openResource(world.services.permissions, queue);
    world.services.sns.subscribe({
      TopicArn: topic,
      Protocol: 'sqs',
      Endpoint: queue,
      RawMessageDelivery: true,
    });
    const { output } = await run('sns:publish', { TopicArn: topic, Message: { a: 1 }, Subject: 's' });
    expect(output).toEqual({ MessageId: expect.any(String) as string });
    await run('sns:publish', { TopicArn: topic, Message: 'text' });
    await world.clock.advanceBy(1000);
    const bodies = world.services.sqs.messages(queue).map(({ body }) => body);
    expect(bodies.toSorted()).toEqual(['text', '{"a":1}']);
  });

  it('fails by the name of the error', async () => {
    const topic = 'arn:aws:sns:us-east-1:000000000000:no';
    const { output } = await run('sns:publish', { TopicArn: topic, Message: 'x' });
    expect(output).toBeInstanceOf(TaskFailure);
    expect((output as TaskFailure).error).toMatch(/^SNS\.NotFound/);
  });
});

describe('a DynamoDB task', () => {
  it('writes an item, and fails by the condition that does not hold', async () => {
    await world.services.dynamodb.createTable({
      TableName: 'table',
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [{ AttributeName: 'PK', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'PK', KeyType: 'HASH' }],
    });
    const put = {
      TableName: 'table',
      Item: { PK: { S: 'a' } },
      ConditionExpression: 'attribute_not_exists(PK)',
    };
    await expect(run('dynamodb:putItem', put)).resolves.toMatchObject({ output: {} });
    const { output } = await run('dynamodb:putItem', put);
    expect(output).toEqual(failure('DynamoDB.ConditionalCheckFailedException'));
    const update = {
      TableName: 'table',
      Key: { PK: { S: 'a' } },
      UpdateExpression: 'SET n = :n',
      ExpressionAttributeValues: { ':n': { N: '1' } },
      ReturnValues: 'UPDATED_NEW',
    };
    const updated = await run('dynamodb:updateItem', update);
    expect(updated.output).toEqual({ Attributes: { n: { N: '1' } } });
  });
});

describe('a task that the role of its state machine may not do', () => {
  it.each([
    ['lambda:invoke', { FunctionName: 'f' }, 'Lambda.AWSLambdaException', 'lambda:InvokeFunction'],
    [
      'sqs:sendMessage',
      { QueueUrl: 'http://127.0.0.1/0/q', MessageBody: 'x' },
      'SQS.AmazonSQSException',
      'sqs:SendMessage',
    ],
    [
      'sns:publish',
      { TopicArn: 'arn:aws:sns:us-east-1:000000000000:t' },
      'SNS.AuthorizationErrorException',
      'sns:Publish',
    ],
    ['dynamodb:putItem', { TableName: 't' }, 'DynamoDB.AmazonDynamoDBException', 'dynamodb:PutItem'],
    ['dynamodb:updateItem', { TableName: 't' }, 'DynamoDB.AmazonDynamoDBException', 'dynamodb:UpdateItem'],
  ])('%s with %j fails by %s', async (resource, args, error, action) => {
    putRole(world.services.permissions, 'r', { document: allowing('s3:*') });
    const { output, invoked } = await run(resource, args);
    expect(output).toEqual(failure(error));
    expect(output).toHaveProperty(
      'errorCause',
      expect.stringContaining(`not authorized to perform: ${action} on`),
    );
    expect(invoked).toEqual([]);
  });
});

describe('announced tasks', () => {
  it('are told before they begin, and run as before', async () => {
    const told: string[] = [];
    const runner = {
      invoke: async (resource: string) => {
        told.push(resource);
        return 'done';
      },
    };
    const runners = announced({ 'arn:a': runner }, () => void told.push('announced'));
    await expect(runners['arn:a']?.invoke('arn:a', {}, context)).resolves.toBe('done');
    expect(told).toEqual(['announced', 'arn:a']);
  });
});

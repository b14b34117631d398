import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { ItemKey, ItemStorage, ItemWrite } from './item-storage.ts';
import { dynamoStorage } from './dynamo-storage.ts';

interface Sent {
  readonly name: string;
  readonly input: Record<string, unknown>;
}

const key: ItemKey = { table: 'interactions', PK: 'REQ#1', SK: 'REQUEST' };
const write = (id: string): ItemWrite => ({ key: { ...key, SK: id }, expect: {}, set: { a: 1 } });

/** A client that answers as planned; an Error is thrown. */
const arrange = (...answers: (object | Error)[]): { storage: ItemStorage; sent: Sent[] } => {
  const sent: Sent[] = [];
  const send = (command: { constructor: { name: string }; input: Record<string, unknown> }) => {
    sent.push({ name: command.constructor.name, input: command.input });
    const answer = answers.shift() ?? {};
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  };
  const client = { send } as unknown as DynamoDBClient;
  return { storage: dynamoStorage({ client, tableNames: { interactions: 'I', taskTokens: 'T' } }), sent };
};

const sdkError = (name: string, more: object = {}): Error =>
  Object.assign(new Error('no'), { name, ...more });
const cancelled = (...codes: string[]): Error =>
  sdkError('TransactionCanceledException', { CancellationReasons: codes.map((Code) => ({ Code })) });

describe('dynamoStorage', () => {
  it('updates one item, and several in a transaction', async () => {
    const { storage, sent } = arrange();
    await storage.write([write('A')]);
    await storage.write([write('A'), { key: { table: 'taskTokens', PK: '1' }, expect: { PK: undefined } }]);

    expect(sent.map(({ name }) => name)).toEqual(['UpdateItemCommand', 'TransactWriteItemsCommand']);
    expect(sent[1]?.input).toEqual({
      TransactItems: [
        { Update: expect.objectContaining({ TableName: 'I', UpdateExpression: 'SET #n0 = :v0' }) },
        { ConditionCheck: expect.objectContaining({ TableName: 'T', Key: { PK: { S: '1' } } }) },
      ],
    });
  });

  it.each([
    sdkError('ConditionalCheckFailedException'),
    sdkError('TransactionConflictException'),
    cancelled('None', 'ConditionalCheckFailed'),
    cancelled('TransactionConflict', 'None'),
    cancelled('ThrottlingError', 'ConditionalCheckFailed'),
  ])('tells of a conflict ($name)', async (error) => {
    expect(await arrange(error).storage.write([write('A'), write('B')])).toBe('CONFLICT');
  });

  it.each([
    [sdkError('ProvisionedThroughputExceededException'), 'StoreUnavailableError', true],
    [sdkError('InternalServerError', { $metadata: { httpStatusCode: 500 } }), 'StoreUnavailableError', true],
    [cancelled('ThrottlingError', 'None'), 'StoreUnavailableError', true],
    [sdkError('TimeoutError'), 'StoreUnavailableError', true],
    [sdkError('ResourceNotFoundException'), 'StoreRefusedError', false],
    [sdkError('AccessDeniedException'), 'StoreRefusedError', false],
    [cancelled('ValidationError', 'None'), 'StoreRefusedError', false],
  ])('throws what is no conflict: %s as %s', async (error, name, retryable) => {
    await expect(arrange(error).storage.write([write('A')])).rejects.toMatchObject({ name, retryable });
    await expect(arrange(error).storage.read(key)).rejects.toMatchObject({ name, retryable });
    await expect(arrange(error).storage.readPartition({ PK: 'REQ#1' })).rejects.toMatchObject({ name });
    await expect(arrange(error).storage.countOpen('OPEN')).rejects.toMatchObject({ name });
  });

  it('reads on where a page ends', async () => {
    const next = { PK: { S: 'REQ#1' }, SK: { S: 'B' } };
    const { storage, sent } = arrange(
      { Items: [{ SK: { S: 'A' } }], LastEvaluatedKey: next },
      { Items: [{ SK: { S: 'B' } }] },
    );

    expect(await storage.readPartition({ PK: 'REQ#1' })).toEqual([{ SK: 'A' }, { SK: 'B' }]);
    expect(sent[1]?.input).toMatchObject({ ConsistentRead: true, ExclusiveStartKey: next });
  });

  it('counts over pages', async () => {
    const next = { PK: { S: 'REQ#1' } };

    expect(await arrange({ Count: 2, LastEvaluatedKey: next }, { Count: 3 }).storage.countOpen('OPEN')).toBe(
      5,
    );
  });

  it('asks an index for no more than it needs', async () => {
    const page = {
      Items: [{ PK: { S: 'REQ#1' }, SK: { S: 'A' } }],
      LastEvaluatedKey: { PK: { S: 'REQ#1' } },
    };
    const { storage, sent } = arrange(page, page, page);
    const found = await storage.findKeys({ index: 'GSI3', partition: 'OPEN', before: '2026', limit: 2 });

    expect(found).toHaveLength(2);
    expect(sent).toHaveLength(2);
    expect(sent[0]?.input).toMatchObject({
      IndexName: 'GSI3',
      KeyConditionExpression: 'GSI3PK = :partition AND GSI3SK < :before',
      Limit: 2,
      ScanIndexForward: true,
    });
  });
});

import {
  BatchGetItemCommand,
  BatchWriteItemCommand,
  DeleteItemCommand,
  ExecuteStatementCommand,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  ScanCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { noFaults } from '@atlas-engine/simulation';
import type { FaultPlan } from '@atlas-engine/simulation';
import { accounts, startDynamoDb } from './testing/local-table.ts';
import type { LocalDynamoDb } from './testing/local-table.ts';

let local: LocalDynamoDb;
beforeEach(async () => {
  local = await startDynamoDb();
  await local.dynamodb.createTable(accounts);
});
afterEach(() => local.close());

const TableName = 'accounts';
const item = (pk: string, status = 'open', balance = 0) => ({
  pk: { S: pk },
  status: { S: status },
  balance: { N: String(balance) },
});
const put = (pk: string, status?: string, balance?: number) =>
  local.client.send(new PutItemCommand({ TableName, Item: item(pk, status, balance) }));
const get = async (pk: string) =>
  (await local.client.send(new GetItemCommand({ TableName, Key: { pk: { S: pk } } }))).Item;
const withStatus = async (status: string) => {
  const { Items = [] } = await local.client.send(
    new QueryCommand({
      TableName,
      IndexName: 'by-status',
      KeyConditionExpression: '#s = :s',
      ExpressionAttributeNames: { '#s': 'status' },
      ExpressionAttributeValues: { ':s': { S: status } },
    }),
  );
  return Items.map(({ pk }) => pk?.S).sort();
};

describe('writing one item', () => {
  it('keeps items and their index entries together', async () => {
    await put('a');
    await put('b');
    await local.client.send(
      new UpdateItemCommand({
        TableName,
        Key: { pk: { S: 'a' } },
        UpdateExpression: 'SET #s = :closed ADD balance :five',
        ExpressionAttributeNames: { '#s': 'status' },
        ExpressionAttributeValues: { ':closed': { S: 'closed' }, ':five': { N: '5' } },
      }),
    );
    await expect(get('a')).resolves.toEqual(item('a', 'closed', 5));
    await expect(withStatus('open')).resolves.toEqual(['b']);
    await expect(withStatus('closed')).resolves.toEqual(['a']);
    await local.client.send(new DeleteItemCommand({ TableName, Key: { pk: { S: 'a' } } }));
    await expect(get('a')).resolves.toBeUndefined();
    await expect(withStatus('closed')).resolves.toEqual([]);
  });

  it('gives the item that made a condition fail when it is wanted', async () => {
    await put('a', 'open', 7);
    const condition = {
      TableName,
      ConditionExpression: 'attribute_not_exists(pk)',
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    } as const;
    const failed = { name: 'ConditionalCheckFailedException', Item: item('a', 'open', 7) };
    const key = { Key: { pk: { S: 'a' } } };
    await expect(
      local.client.send(new PutItemCommand({ ...condition, Item: item('a') })),
    ).rejects.toMatchObject(failed);
    await expect(local.client.send(new DeleteItemCommand({ ...condition, ...key }))).rejects.toMatchObject(
      failed,
    );
    await expect(
      local.client.send(
        new UpdateItemCommand({
          ...condition,
          ...key,
          UpdateExpression: 'SET balance = :b',
          ExpressionAttributeValues: { ':b': { N: '1' } },
        }),
      ),
    ).rejects.toMatchObject(failed);
    const plain = new PutItemCommand({
      TableName,
      Item: item('a'),
      ConditionExpression: 'attribute_not_exists(pk)',
    });
    await expect(local.client.send(plain)).rejects.toMatchObject({ Item: undefined });
  });

  it('counts every one of many concurrent updates', async () => {
    await put('a');
    const add = () =>
      local.client.send(
        new UpdateItemCommand({
          TableName,
          Key: { pk: { S: 'a' } },
          UpdateExpression: 'ADD balance :one',
          ExpressionAttributeValues: { ':one': { N: '1' } },
        }),
      );
    await Promise.all(Array.from({ length: 100 }, add));
    await expect(get('a')).resolves.toMatchObject({ balance: { N: '100' } });
  });

  it('counts the bytes of an item, not its characters', async () => {
    const text = (character: string) =>
      new PutItemCommand({ TableName, Item: { pk: { S: 'a' }, text: { S: character.repeat(300_000) } } });
    await local.client.send(text('e'));
    await expect(local.client.send(text('é'))).rejects.toMatchObject({
      name: 'ValidationException',
      message: 'Item size has exceeded the maximum allowed size',
    });
  });

  it('refuses a key that is not that of the table', async () => {
    const wrong = new PutItemCommand({ TableName, Item: { id: { S: 'a' } } });
    await expect(local.client.send(wrong)).rejects.toMatchObject({
      name: 'ValidationException',
      message: 'One or more parameter values were invalid: Missing the key pk in the item',
    });
    const none = new GetItemCommand({ TableName: 'none', Key: { pk: { S: 'a' } } });
    await expect(local.client.send(none)).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });
});

describe('many items at once', () => {
  it('writes and reads batches', async () => {
    await put('old');
    await local.client.send(
      new BatchWriteItemCommand({
        RequestItems: {
          accounts: [
            { PutRequest: { Item: item('a') } },
            { PutRequest: { Item: item('b', 'closed') } },
            { DeleteRequest: { Key: { pk: { S: 'old' } } } },
          ],
        },
      }),
    );
    await expect(withStatus('open')).resolves.toEqual(['a']);
    const { Responses } = await local.client.send(
      new BatchGetItemCommand({
        RequestItems: { accounts: { Keys: [{ pk: { S: 'a' } }, { pk: { S: 'b' } }, { pk: { S: 'old' } }] } },
      }),
    );
    expect(Responses?.['accounts']?.map(({ pk }) => pk?.S).sort()).toEqual(['a', 'b']);
  });

  it('refuses a batch that names an item twice', async () => {
    const twice = new BatchWriteItemCommand({
      RequestItems: { accounts: [{ PutRequest: { Item: item('a') } }, { PutRequest: { Item: item('a') } }] },
    });
    await expect(local.client.send(twice)).rejects.toMatchObject({
      message: 'Provided list of item keys contains duplicates',
    });
  });

  it('scans in pages', async () => {
    await Promise.all(['a', 'b', 'c'].map((pk) => put(pk)));
    const first = await local.client.send(new ScanCommand({ TableName, Limit: 2 }));
    const second = await local.client.send(
      new ScanCommand({ TableName, ExclusiveStartKey: first.LastEvaluatedKey }),
    );
    expect([...(first.Items ?? []), ...(second.Items ?? [])].map(({ pk }) => pk?.S).sort()).toEqual([
      'a',
      'b',
      'c',
    ]);
  });
});

describe('planned faults', () => {
  it('strike by table and key, whatever else a call writes', async () => {
    const keys: string[] = [];
    const faults: FaultPlan = {
      ...noFaults,
      call: ({ operation, key }) => {
        keys.push(`${operation} ${key}`);
        return { kind: operation === 'UpdateItem' ? 'throttle' : 'none' };
      },
    };
    const faulty = await startDynamoDb({ faults });
    await faulty.dynamodb.createTable(accounts);
    const update = (pk: string, at: string) =>
      faulty.client.send(
        new UpdateItemCommand({
          TableName,
          Key: { pk: { S: pk } },
          UpdateExpression: 'SET balance = :at',
          ExpressionAttributeValues: { ':at': { N: at } },
        }),
      );
    await expect(update('a', '1')).rejects.toMatchObject({ name: 'ThrottlingException' });
    await expect(update('a', '2')).rejects.toMatchObject({ name: 'ThrottlingException' });
    await expect(update('b', '2')).rejects.toMatchObject({ name: 'ThrottlingException' });
    expect(keys[0]).toBe(keys[1]);
    expect(keys[2]).not.toBe(keys[1]);
    await faulty.close();
  });
});

describe('what is not part of it', () => {
  it('is refused by name', async () => {
    await expect(
      local.client.send(new ExecuteStatementCommand({ Statement: 'SELECT * FROM accounts' })),
    ).rejects.toMatchObject({
      name: 'UnknownOperationException',
      message: expect.stringContaining('ExecuteStatement'),
    });
    const metrics = new PutItemCommand({ TableName, Item: item('a'), ReturnItemCollectionMetrics: 'SIZE' });
    await expect(local.client.send(metrics)).rejects.toMatchObject({
      message: expect.stringContaining('ReturnItemCollectionMetrics'),
    });
  });
});

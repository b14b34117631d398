import {
  GetItemCommand,
  QueryCommand,
  ScanCommand,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { createManualClock } from '@atlas-engine/simulation';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { accounts, startDynamoDb } from './testing/local-table.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'dynamodb-local-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

/** Runs transfers in a process of their own and kills it in the middle of them; gives the last confirmed one. */
const transferUntilKilled = async (path: string): Promise<number> => {
  const child = spawn(process.execPath, [join(__dirname, 'testing/transfer-forever.ts'), path], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let confirmed = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    confirmed = Number(line);
    if (confirmed === 25) child.kill('SIGKILL');
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return confirmed;
};

describe('a database in a directory', () => {
  it('has whole transactions with their index entries after the process was killed', async () => {
    const path = join(directory, 'items');
    const confirmed = await transferUntilKilled(path);
    const local = await startDynamoDb({ path });
    const { Items = [] } = await local.client.send(new ScanCommand({ TableName: 'accounts' }));
    const [first, second] = Items;
    expect(Number(first?.['balance']?.N) + Number(second?.['balance']?.N)).toBe(0);
    expect(first?.['transfers']).toEqual(second?.['transfers']);
    const transfers = Number(first?.['transfers']?.N);
    expect(transfers).toBeGreaterThanOrEqual(confirmed);
    const indexed = await local.client.send(
      new ScanCommand({ TableName: 'accounts', IndexName: 'by-status' }),
    );
    expect(indexed.Items?.map(({ status }) => status?.S).sort()).toEqual(
      Items.map(({ status }) => status?.S).sort(),
    );
    await local.close();
  });

  it('remembers request tokens, so that a repeated transaction has no second effect', async () => {
    const path = join(directory, 'items');
    const clock = createManualClock();
    const transaction = new TransactWriteItemsCommand({
      ClientRequestToken: 'once',
      TransactItems: [
        {
          Update: {
            TableName: 'accounts',
            Key: { pk: { S: 'a' } },
            UpdateExpression: 'ADD balance :one',
            ExpressionAttributeValues: { ':one': { N: '1' } },
          },
        },
      ],
    });
    const before = await startDynamoDb({ path, clock });
    await before.dynamodb.createTable(accounts);
    await before.client.send(transaction);
    const asAfterKill = join(directory, 'copy');
    cpSync(path, asAfterKill, { recursive: true });
    await before.close();

    const after = await startDynamoDb({ path: asAfterKill, clock });
    await after.dynamodb.createTable(accounts);
    await after.client.send(transaction);
    const { Item } = await after.client.send(
      new GetItemCommand({ TableName: 'accounts', Key: { pk: { S: 'a' } } }),
    );
    expect(Item?.['balance']).toEqual({ N: '1' });
    await after.close();
  });

  it('is refused while another has it open', async () => {
    const path = join(directory, 'items');
    const first = await startDynamoDb({ path });
    await expect(startDynamoDb({ path })).rejects.toThrow(`path: ${path} can not be opened`);
    await first.close();
  });

  it('answers queries by key range after it was opened again', async () => {
    const path = join(directory, 'items');
    const table = {
      TableName: 'events',
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'at', KeyType: 'RANGE' },
      ],
      AttributeDefinitions: [
        { AttributeName: 'pk', AttributeType: 'S' },
        { AttributeName: 'at', AttributeType: 'N' },
      ],
    };
    const first = await startDynamoDb({ path });
    await first.dynamodb.createTable(table);
    await first.client.send(
      new TransactWriteItemsCommand({
        TransactItems: [9, 10, 11].map((at) => ({
          Put: { TableName: 'events', Item: { pk: { S: 'x' }, at: { N: String(at) } } },
        })),
      }),
    );
    await first.close();
    const second = await startDynamoDb({ path });
    const { Items = [] } = await second.client.send(
      new QueryCommand({
        TableName: 'events',
        KeyConditionExpression: 'pk = :x AND #at > :nine',
        ExpressionAttributeNames: { '#at': 'at' },
        ExpressionAttributeValues: { ':x': { S: 'x' }, ':nine': { N: '9' } },
        ScanIndexForward: false,
      }),
    );
    expect(Items.map(({ at }) => at?.N)).toEqual(['11', '10']);
    await second.close();
  });
});

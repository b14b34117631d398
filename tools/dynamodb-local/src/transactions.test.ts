import {
  GetItemCommand,
  ScanCommand,
  TransactGetItemsCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import type { AwsError } from '@atlas-engine/aws-wire';
import fc from 'fast-check';
import { accounts, startDynamoDb } from './testing/local-table.ts';
import type { LocalDynamoDb } from './testing/local-table.ts';

let local: LocalDynamoDb;
beforeEach(async () => {
  local = await startDynamoDb();
  await local.dynamodb.createTable(accounts);
});
afterEach(() => local.close());

const TableName = 'accounts';
const key = (pk: string) => ({ pk: { S: pk } });
const account = (pk: string, balance = 0) => ({ ...key(pk), balance: { N: String(balance) } });
const putEntry = (pk: string, balance = 0): TransactWriteItem => ({
  Put: { TableName, Item: account(pk, balance) },
});
const addEntry = (pk: string, amount: number, more = {}): TransactWriteItem => ({
  Update: {
    TableName,
    Key: key(pk),
    UpdateExpression: 'ADD balance :a',
    ExpressionAttributeValues: { ':a': { N: String(amount) } },
    ...more,
  },
});
const exists = (pk: string, more = {}): TransactWriteItem => ({
  ConditionCheck: { TableName, Key: key(pk), ConditionExpression: 'attribute_exists(pk)', ...more },
});
const transact = (TransactItems: TransactWriteItem[], more = {}) =>
  local.client.send(new TransactWriteItemsCommand({ TransactItems, ...more }));
const balanceOf = async (pk: string) => {
  const { Item } = await local.client.send(new GetItemCommand({ TableName, Key: key(pk) }));
  return Item?.['balance']?.N;
};
const reasons = (error: unknown) =>
  (error as { CancellationReasons: { Code: string }[] }).CancellationReasons.map(({ Code }) => Code);

describe('TransactWriteItems', () => {
  it('carries all entries out', async () => {
    await transact([putEntry('a', 1), putEntry('b', 2), putEntry('c', 3)]);
    await transact([exists('a'), addEntry('b', 5), { Delete: { TableName, Key: key('c') } }]);
    await expect(Promise.all(['a', 'b', 'c'].map(balanceOf))).resolves.toEqual(['1', '7', undefined]);
  });

  it('carries none out when one fails, and gives the reasons in order', async () => {
    await transact([putEntry('a', 1)]);
    const failed = await transact([
      putEntry('b'),
      exists('none'),
      addEntry('a', 1, {
        ConditionExpression: 'attribute_not_exists(pk)',
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      }),
    ]).catch((error: unknown) => error);
    expect(failed).toMatchObject({
      name: 'TransactionCanceledException',
      message:
        'Transaction cancelled, please refer cancellation reasons for specific reasons [None, ConditionalCheckFailed, ConditionalCheckFailed]',
      CancellationReasons: [
        { Code: 'None' },
        { Code: 'ConditionalCheckFailed', Message: 'The conditional request failed' },
        { Code: 'ConditionalCheckFailed', Item: account('a', 1) },
      ],
    });
    await expect(balanceOf('b')).resolves.toBeUndefined();
  });

  it('gives a key that is not that of the table as a reason', async () => {
    const failed = await transact([putEntry('a'), { Delete: { TableName, Key: { id: { S: 'x' } } } }]).catch(
      (error: unknown) => error,
    );
    expect(reasons(failed)).toEqual(['None', 'ValidationError']);
  });

  it.each([
    ['an item named twice', [putEntry('a'), exists('a')], 'multiple operations on one item'],
    ['no entry', [], 'between 1 and 100'],
    ['101 entries', Array.from({ length: 101 }, (_, index) => putEntry(`p${index}`)), 'between 1 and 100'],
    ['an entry that is two', [{ ...putEntry('a'), ...exists('b') }], 'exactly one of'],
    [
      'an entry without its expression',
      [{ ConditionCheck: { TableName, Key: key('a'), ConditionExpression: undefined } }],
      'TransactItems.1.ConditionCheck.ConditionExpression: is required',
    ],
    [
      'an expression that can not be read',
      [exists('a', { ConditionExpression: '???' })],
      'Invalid ConditionExpression',
    ],
  ])('refuses %s', async (_what, entries, message) => {
    await expect(transact(entries)).rejects.toMatchObject({
      name: 'ValidationException',
      message: expect.stringContaining(message),
    });
  });

  it('refuses items of more than 4 MB together', async () => {
    const text = 'x'.repeat(390_000);
    const entries = Array.from({ length: 11 }, (_, index) => ({
      Put: { TableName, Item: { ...key(`p${index}`), text: { S: text } } },
    }));
    await expect(transact(entries)).rejects.toMatchObject({
      message: expect.stringContaining('4194304 bytes'),
    });
    await expect(transact(entries.slice(0, 10))).resolves.toBeDefined();
  });

  it('has one effect for a token, for ten minutes', async () => {
    const token = { ClientRequestToken: 'token-1' };
    await transact([addEntry('a', 5)], token);
    await transact([addEntry('a', 5)], token);
    await expect(balanceOf('a')).resolves.toBe('5');
    await expect(transact([addEntry('a', 6)], token)).rejects.toMatchObject({
      name: 'IdempotentParameterMismatchException',
    });
    await local.clock.advanceBy(10 * 60_000);
    await transact([addEntry('a', 6)], token);
    await expect(balanceOf('a')).resolves.toBe('11');
  });

  it('does not remember a transaction that was cancelled', async () => {
    const token = { ClientRequestToken: 'token-1' };
    await expect(transact([exists('a'), putEntry('b')], token)).rejects.toMatchObject({
      name: 'TransactionCanceledException',
    });
    await transact([putEntry('a')]);
    await transact([exists('a'), putEntry('b', 3)], token);
    await expect(balanceOf('b')).resolves.toBe('3');
  });

  it('runs a token once at a time', async () => {
    const token = { ClientRequestToken: 'token-1' };
    const both = await Promise.allSettled([
      transact([addEntry('a', 1)], token),
      transact([addEntry('a', 1)], token),
    ]);
    await expect(balanceOf('a')).resolves.toBe('1');
    for (const result of both)
      if (result.status === 'rejected')
        expect(result.reason).toMatchObject({ name: 'TransactionInProgressException' });
  });

  it('tells what was consumed when asked', async () => {
    const { ConsumedCapacity } = await transact([putEntry('a'), putEntry('b')], {
      ReturnConsumedCapacity: 'TOTAL',
    });
    expect(ConsumedCapacity).toEqual([{ TableName, CapacityUnits: 4 }]);
  });
});

describe('TransactGetItems', () => {
  it('gives items in order, and nothing for one that is not there', async () => {
    await transact([putEntry('a', 1), putEntry('b', 2)]);
    const { Responses } = await local.client.send(
      new TransactGetItemsCommand({
        TransactItems: [
          { Get: { TableName, Key: key('b') } },
          { Get: { TableName, Key: key('none') } },
          { Get: { TableName, Key: key('a'), ProjectionExpression: 'balance' } },
        ],
      }),
    );
    expect(Responses).toEqual([{ Item: account('b', 2) }, {}, { Item: { balance: { N: '1' } } }]);
  });

  it('refuses an item named twice', async () => {
    const twice = [{ Get: { TableName, Key: key('a') } }, { Get: { TableName, Key: key('a') } }];
    await expect(
      local.client.send(new TransactGetItemsCommand({ TransactItems: twice })),
    ).rejects.toMatchObject({ name: 'ValidationException' });
  });
});

/** Tries again what met a transaction, as a caller must. */
const insist = async (act: () => Promise<unknown>): Promise<void> => {
  for (;;) {
    try {
      await act();
      return;
    } catch (error) {
      const { name } = error as Error;
      const isConflict =
        name === 'TransactionConflictException' ||
        (name === 'TransactionCanceledException' &&
          reasons(error).every((code) => code === 'None' || code === 'TransactionConflict'));
      if (!isConflict) throw error;
    }
  }
};

describe('concurrent transactions', () => {
  const names = ['a', 'b', 'c', 'd'];
  const transfer = fc.record({
    from: fc.constantFrom(...names),
    to: fc.constantFrom(...names),
    amount: fc.integer({ min: 1, max: 50 }),
  });

  it('keep the sum, whatever plain writes come between', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(transfer, { maxLength: 30 }), async (transfers) => {
        await transact(names.map((name) => putEntry(name, 100)));
        const moves = transfers
          .filter(({ from, to }) => from !== to)
          .map(({ from, to, amount }) =>
            insist(() =>
              transact([
                addEntry(from, -amount, {
                  ConditionExpression: 'balance >= :least',
                  ExpressionAttributeValues: {
                    ':a': { N: String(-amount) },
                    ':least': { N: String(amount) },
                  },
                }),
                addEntry(to, amount),
              ]).catch((error: unknown) => {
                if (!reasons(error).includes('ConditionalCheckFailed')) throw error;
              }),
            ),
          );
        const touches = names.map((name) =>
          insist(() =>
            local.client.send(
              new UpdateItemCommand({
                TableName,
                Key: key(name),
                UpdateExpression: 'ADD touched :one',
                ExpressionAttributeValues: { ':one': { N: '1' } },
              }),
            ),
          ),
        );
        await Promise.all([...moves, ...touches]);
        const { Items = [] } = await local.client.send(new ScanCommand({ TableName }));
        const balances = Items.map(({ balance }) => Number(balance?.N));
        expect(balances.reduce((sum, balance) => sum + balance, 0)).toBe(400);
        expect(Math.min(...balances)).toBeGreaterThanOrEqual(0);
        expect(Items.map(({ touched }) => touched?.N)).toEqual(['1', '1', '1', '1']);
      }),
      { numRuns: 8, seed: 7 },
    );
  });

  const ask = (operation: string, input: unknown) =>
    local.dynamodb.service.handle({
      method: 'POST',
      path: '/',
      query: new URLSearchParams(),
      headers: { 'x-amz-target': `DynamoDB_20120810.${operation}` },
      body: Buffer.from(JSON.stringify(input)),
    });

  it('cancel each other when they meet', async () => {
    const [first, second] = await Promise.allSettled([
      ask('TransactWriteItems', { TransactItems: [putEntry('a'), putEntry('b')] }),
      ask('TransactWriteItems', { TransactItems: [putEntry('c'), putEntry('b')] }),
    ]);
    expect(first.status).toBe('fulfilled');
    expect(second).toMatchObject({
      reason: {
        code: 'TransactionCanceledException',
        members: { CancellationReasons: [{ Code: 'None' }, { Code: 'TransactionConflict' }] },
      },
    });
  });

  it.each([
    ['PutItem', { TableName, Item: account('p50') }, 'TransactionConflictException'],
    [
      'TransactGetItems',
      { TransactItems: [{ Get: { TableName, Key: key('p50') } }] },
      'TransactionCanceledException',
    ],
  ])('make a %s in their midst fail', async (operation, input, code) => {
    const entries = Array.from({ length: 100 }, (_, index) => putEntry(`p${index}`));
    const transaction = ask('TransactWriteItems', { TransactItems: entries });
    const attempts: Promise<unknown>[] = [];
    for (let turn = 0; turn < 300; turn += 1) {
      const attempt = ask(operation, input);
      attempts.push(
        attempt.then(
          () => 'done',
          (error: unknown) => (error as AwsError).code,
        ),
      );
      await new Promise<void>((resolve) => {
        setImmediate(resolve);
      });
    }
    await expect(transaction).resolves.toMatchObject({ status: 200 });
    expect(new Set(await Promise.all(attempts))).toEqual(new Set(['done', code]));
  });
});

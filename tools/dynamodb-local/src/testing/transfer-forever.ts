import { createManualClock, createMemoryStore } from '@atlas-engine/simulation';
import { createDynamoDb } from '../index.ts';
import { accounts } from './local-table.ts';

/** Moves money between two accounts until it is killed; prints a line for each transfer that was confirmed. */
const dynamodb = await createDynamoDb({
  clock: createManualClock(),
  store: createMemoryStore(),
  region: 'us-east-1',
  accountId: '000000000000',
  path: process.argv[2] ?? '',
});
await dynamodb.createTable(accounts);

const add = (pk: string, amount: number) => ({
  Update: {
    TableName: 'accounts',
    Key: { pk: { S: pk } },
    UpdateExpression: 'SET #s = :s ADD balance :a, transfers :one',
    ExpressionAttributeNames: { '#s': 'status' },
    ExpressionAttributeValues: { ':a': { N: String(amount) }, ':one': { N: '1' }, ':s': { S: `s${amount}` } },
  },
});
const transfer = (amount: number) =>
  dynamodb.service.handle({
    method: 'POST',
    path: '/',
    query: new URLSearchParams(),
    headers: { 'x-amz-target': 'DynamoDB_20120810.TransactWriteItems' },
    body: Buffer.from(
      JSON.stringify({
        ClientRequestToken: `t${amount}`,
        TransactItems: [add('a', -amount), add('b', amount)],
      }),
    ),
  });

for (let amount = 1; ; amount += 1) {
  await transfer(amount);
  process.stdout.write(`${amount}\n`);
}

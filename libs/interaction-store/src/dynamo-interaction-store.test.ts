import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { createInteractionStore } from './store/create-interaction-store.ts';
import { dynamoStorage } from './storage/dynamo-storage.ts';
import { marshalItem } from './storage/marshal.ts';
import { describeInteractionStore } from './testing/interaction-store-contract.ts';
import type { LocalDynamo } from './testing/local-dynamo.ts';
import { startLocalDynamo } from './testing/local-dynamo.ts';

let local: LocalDynamo;
let count = 0;
beforeAll(async () => {
  local = await startLocalDynamo();
});
afterAll(() => local.close());

describeInteractionStore('DynamoDB', async () => {
  count += 1;
  const tableNames = await local.createTables(`test${String(count)}`);
  const store = createInteractionStore(dynamoStorage({ client: local.client, tableNames }));
  return {
    store,
    put: async ({ table, PK, SK }, item) => {
      const Item = marshalItem({ ...item, PK, SK });
      await local.client.send(new PutItemCommand({ TableName: tableNames[table], Item }));
    },
  };
});

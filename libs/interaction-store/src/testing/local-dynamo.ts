import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { createWireServer } from '@atlas-engine/aws-wire';
import { createDynamoDb } from '@atlas-engine/dynamodb-local';
import { createManualClock, createMemoryStore } from '@atlas-engine/simulation';
import type { TableDefinition } from '../table-definitions.ts';
import { interactionsTable, taskTokensTable } from '../table-definitions.ts';

/** A DynamoDB on a local port. */
export interface LocalDynamo {
  readonly client: DynamoDBClient;
  /** Makes both tables, named with this suffix. */
  readonly createTables: (suffix: string) => Promise<{ interactions: string; taskTokens: string }>;
  readonly close: () => Promise<void>;
}

const keySchema = ({ partitionKey, sortKey }: { partitionKey: string; sortKey?: string }) => [
  { AttributeName: partitionKey, KeyType: 'HASH' },
  ...(sortKey === undefined ? [] : [{ AttributeName: sortKey, KeyType: 'RANGE' }]),
];

/** A definition as CloudFormation writes it. */
const templateOf = (table: TableDefinition, name: string) => {
  const keys = [table, ...table.indexes].flatMap(keySchema).map(({ AttributeName }) => AttributeName);
  return {
    TableName: name,
    BillingMode: 'PAY_PER_REQUEST',
    KeySchema: keySchema(table),
    AttributeDefinitions: [...new Set(keys)].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
    ...(table.indexes.length === 0
      ? {}
      : {
          GlobalSecondaryIndexes: table.indexes.map((index) => ({
            IndexName: index.name,
            KeySchema: keySchema(index),
            Projection: { ProjectionType: 'KEYS_ONLY' },
          })),
        }),
    ...(table.timeToLiveAttribute === undefined
      ? {}
      : { TimeToLiveSpecification: { AttributeName: table.timeToLiveAttribute, Enabled: true } }),
  };
};

export async function startLocalDynamo(): Promise<LocalDynamo> {
  const clock = createManualClock();
  const store = createMemoryStore();
  const dynamo = await createDynamoDb({ clock, store, region: 'us-east-1', accountId: '000000000000' });
  const server = await createWireServer({ services: [dynamo.service], clock, store });
  const client = new DynamoDBClient({
    endpoint: server.url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'LOCAL', secretAccessKey: 'local' },
    maxAttempts: 1,
  });
  return {
    client,
    createTables: async (suffix) => {
      const tables = [interactionsTable, taskTokensTable] as const;
      const [interactions, taskTokens] = tables.map(({ name }) => `${name}-${suffix}`) as [string, string];
      await dynamo.createTable(templateOf(interactionsTable, interactions));
      await dynamo.createTable(templateOf(taskTokensTable, taskTokens));
      return { interactions, taskTokens };
    },
    close: async () => {
      client.destroy();
      await server.close();
      await dynamo.close();
    },
  };
}

import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { createWireServer } from '@atlas-engine/aws-wire';
import { createManualClock, createMemoryStore } from '@atlas-engine/simulation';
import type { FaultPlan, ManualClock, StateStore } from '@atlas-engine/simulation';
import { createDynamoDb } from '../index.ts';
import type { DynamoDb } from '../index.ts';

/** DynamoDB on the wire with a client, for a test. */
export interface LocalDynamoDb {
  readonly client: DynamoDBClient;
  readonly clock: ManualClock;
  readonly dynamodb: DynamoDb;
  close(): Promise<void>;
}

export interface LocalOptions {
  readonly path?: string;
  readonly clock?: ManualClock;
  readonly store?: StateStore;
  readonly faults?: FaultPlan;
  readonly ttlLagMs?: number;
}

/** Starts it; requests are tried once, so that a refusal is seen. */
export const startDynamoDb = async (options: LocalOptions = {}): Promise<LocalDynamoDb> => {
  const { clock = createManualClock(), store = createMemoryStore(), faults, ...rest } = options;
  const dynamodb = await createDynamoDb({
    clock,
    store,
    region: 'us-east-1',
    accountId: '000000000000',
    ...rest,
  });
  const server = await createWireServer({
    services: [dynamodb.service],
    clock,
    store,
    ...(faults && { faults }),
  });
  const client = new DynamoDBClient({
    endpoint: server.url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'LOCAL', secretAccessKey: 'local' },
    maxAttempts: 1,
  });
  return {
    client,
    clock,
    dynamodb,
    close: async () => {
      client.destroy();
      await server.close();
      await dynamodb.close();
    },
  };
};

/** A table with a string key `pk` and an index on `status`. */
export const accounts = {
  TableName: 'accounts',
  BillingMode: 'PAY_PER_REQUEST',
  KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
  AttributeDefinitions: [
    { AttributeName: 'pk', AttributeType: 'S' },
    { AttributeName: 'status', AttributeType: 'S' },
  ],
  GlobalSecondaryIndexes: [
    {
      IndexName: 'by-status',
      KeySchema: [{ AttributeName: 'status', KeyType: 'HASH' }],
      Projection: { ProjectionType: 'ALL' },
    },
  ],
} as const;

import type { ServiceDouble } from '@atlas-engine/aws-wire';
import type { SimulationClock, StateStore } from '@atlas-engine/simulation';
import { createBatchWrite } from './batch-write.ts';
import { createBackupOperations } from './continuous-backups.ts';
import { createDatabase } from './database.ts';
import type { Database } from './database.ts';
import type { Input } from './dynalite-modules.js';
import { createDynamoDbService } from './dynamodb-service.ts';
import type { Operations } from './dynamodb-service.ts';
import { openEngine } from './engine.ts';
import { createExpirySweep } from './expiry-sweep.ts';
import { fieldsOf, refuseOtherFields } from './fields.ts';
import { createPlainWrite } from './plain-writes.ts';
import { loadRequestTokens } from './request-tokens.ts';
import type { RequestTokens } from './request-tokens.ts';
import { createTableOperations, tableNames } from './table-operations.ts';
import { createTableFromTemplate } from './table-template.ts';
import { createTagOperations } from './tags.ts';
import { createTimeToLiveOperations } from './time-to-live.ts';
import { createTransactGet } from './transact-get.ts';
import { createTransactWrite } from './transact-write.ts';

export interface DynamoDbOptions {
  readonly clock: SimulationClock;
  /** Keeps what tables have beside their items: time to live, recovery, tags. */
  readonly store: StateStore;
  /** Directory of the items' database; in memory when absent. One process at a time. */
  readonly path?: string;
  readonly region: string;
  readonly accountId: string;
  /** How long after its expiry an item is still there; 48 hours by default, as DynamoDB warns. */
  readonly ttlLagMs?: number;
}

export interface DynamoDb {
  /** For the wire server; signing scope `dynamodb`. */
  readonly service: ServiceDouble;
  /** Makes or updates the table of an `AWS::DynamoDB::Table`'s Properties. @throws AwsError */
  createTable(properties: Readonly<Record<string, unknown>>): Promise<void>;
  /** Names of all tables. */
  tables(): Promise<string[]>;
  close(): Promise<void>;
}

const reading = ({ engine }: Database, operation: 'GetItem' | 'BatchGetItem' | 'Query' | 'Scan') => {
  const known = fieldsOf(operation);
  return async (input: Input) => {
    refuseOtherFields(operation, input, known);
    return engine.run(operation, engine.validate(operation, input));
  };
};

const operationsOf = (database: Database, tokens: RequestTokens): Operations => ({
  GetItem: reading(database, 'GetItem'),
  BatchGetItem: reading(database, 'BatchGetItem'),
  Query: reading(database, 'Query'),
  Scan: reading(database, 'Scan'),
  PutItem: createPlainWrite(database, 'PutItem'),
  UpdateItem: createPlainWrite(database, 'UpdateItem'),
  DeleteItem: createPlainWrite(database, 'DeleteItem'),
  BatchWriteItem: createBatchWrite(database),
  TransactWriteItems: createTransactWrite(database, tokens),
  TransactGetItems: createTransactGet(database),
  ...createTableOperations(database),
  ...createTimeToLiveOperations(database),
  ...createBackupOperations(database),
  ...createTagOperations(database),
});

/**
 * DynamoDB on this machine: dynalite's engine in this process, completed by what it lacks.
 *
 * Every write, a transaction included, is one atomic batch with its index entries: it survives the process or
 * leaves no trace.
 *
 * @throws AwsError when the database's directory is in use or not readable.
 */
export const createDynamoDb = async (options: DynamoDbOptions): Promise<DynamoDb> => {
  const engine = await openEngine(options);
  const database = createDatabase(engine, options);
  const tokens = await loadRequestTokens(engine.raw, () => options.clock.now());
  const sweep = createExpirySweep(database, options.ttlLagMs ?? 48 * 60 * 60_000);
  return {
    service: createDynamoDbService(operationsOf(database, tokens), sweep),
    createTable: async (properties) => {
      await createTableFromTemplate(database, properties);
    },
    tables: () => tableNames(engine),
    close: () => engine.close(),
  };
};

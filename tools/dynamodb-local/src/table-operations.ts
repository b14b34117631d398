import { AwsError, optionalList, optionalObject } from '@atlas-engine/aws-wire';
import type { Database } from './database.ts';
import { asAwsError, refused, validationError } from './dynamo-error.ts';
import type { Input, Table } from './dynalite-modules.js';
import type { Engine } from './engine.ts';
import { fieldsOf, refuseOtherFields } from './fields.ts';
import { featureFields, featuresOf } from './table-features.ts';
import { refuseTooManyTags, tagsOf } from './tags.ts';

/** A table's description in any state, or undefined. */
export const findTable = (engine: Engine, name: string): Promise<Table | undefined> =>
  new Promise((resolve, reject) => {
    engine.raw.getTable(name, false, (error, table) => {
      if (error && error.name !== 'NotFoundError') reject(asAwsError(error));
      else resolve(table);
    });
  });

/** Names of all tables, in order. */
export const tableNames = async ({ raw }: Engine): Promise<string[]> => {
  const names: string[] = [];
  for await (const [key] of raw.db.iterator({ gte: 'table~', lt: 'table~\xff' })) names.push(key.slice(6));
  return names;
};

const turn = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve);
  });

/** dynalite ends each change of a table in a timer of its own: waits until it has. */
const settled = async (engine: Engine, name: string, isSettled: (table: Table | undefined) => boolean) => {
  for (;;) {
    const table = await findTable(engine, name);
    if (isSettled(table)) return table;
    await turn();
  }
};
const isActive = (table: Table | undefined): boolean =>
  table?.TableStatus === 'ACTIVE' &&
  ((table['GlobalSecondaryIndexes'] ?? []) as Input[]).every((index) => index['IndexStatus'] === 'ACTIVE');

/** Makes a table, ready when this resolves. @throws AwsError */
export const makeTable = async (database: Database, input: Input): Promise<Table> => {
  const { engine, clock } = database;
  const features = featuresOf(input);
  const tags = tagsOf(input);
  refuseTooManyTags(tags);
  const data = engine.validate('CreateTable', input);
  const name = String(data['TableName']);
  await engine.run('CreateTable', data, engine.raw);
  const made = await settled(engine, name, isActive);
  const table = { ...made, ...features, CreationDateTime: clock.now() / 1000 } as Table;
  await engine.commit([{ type: 'put', key: `table~${name}`, value: table }]);
  engine.forget(name);
  database.extras.set(name, Object.keys(tags).length > 0 ? { tags } : {});
  return table;
};

/** Changes what may be changed of a table without touching its items. @throws AwsError */
export const changeFeatures = async ({ engine }: Database, name: string, features: Input): Promise<void> => {
  const table = await findTable(engine, name);
  await engine.commit([{ type: 'put', key: `table~${name}`, value: { ...table, ...features } }]);
  engine.forget(name);
};

const throughputFields = ['ProvisionedThroughput', 'BillingMode', 'GlobalSecondaryIndexUpdates'];

const refuseIndexChanges = (input: Input): void => {
  for (const update of optionalList(input, 'GlobalSecondaryIndexUpdates') ?? [])
    if (optionalObject({ update }, 'update')?.['Update'] === undefined)
      throw refused('GlobalSecondaryIndexUpdates.Create and .Delete in UpdateTable');
};

/** CreateTable, DescribeTable, ListTables, UpdateTable and DeleteTable. */
export const createTableOperations = (database: Database) => {
  const { engine, extras } = database;
  const existing = async (
    operation: 'DescribeTable' | 'DeleteTable' | 'UpdateTable',
    input: Input,
  ): Promise<Table> => {
    const name = String(input['TableName']);
    if (operation !== 'UpdateTable') engine.validate(operation, input);
    const table = await findTable(engine, name);
    if (table) return table;
    throw new AwsError('ResourceNotFoundException', `Requested resource not found: Table: ${name} not found`);
  };
  return {
    CreateTable: async (input: Input) => {
      refuseOtherFields('CreateTable', input, fieldsOf('CreateTable', ['Tags', ...featureFields]));
      return { TableDescription: { ...(await makeTable(database, input)), TableStatus: 'CREATING' } };
    },
    DescribeTable: async (input: Input) => {
      refuseOtherFields('DescribeTable', input, ['TableName']);
      return { Table: await existing('DescribeTable', input) };
    },
    ListTables: async (input: Input) => {
      refuseOtherFields('ListTables', input, fieldsOf('ListTables'));
      const { Limit, ExclusiveStartTableName: after = '' } = engine.validate('ListTables', input);
      const limit = typeof Limit === 'number' ? Limit : 100;
      const names = (await tableNames(engine)).filter((name) => name > String(after));
      const page = names.slice(0, limit);
      return { TableNames: page, ...(names.length > limit && { LastEvaluatedTableName: page.at(-1) }) };
    },
    UpdateTable: async (input: Input) => {
      refuseOtherFields('UpdateTable', input, fieldsOf('UpdateTable', featureFields));
      refuseIndexChanges(input);
      const { TableName: name } = await existing('UpdateTable', input);
      const features = featuresOf(input);
      if (throughputFields.some((field) => input[field] !== undefined)) {
        await engine.run('UpdateTable', engine.validate('UpdateTable', input), engine.raw);
        await settled(engine, name, isActive);
      }
      await changeFeatures(database, name, features);
      return { TableDescription: await findTable(engine, name) };
    },
    DeleteTable: async (input: Input) => {
      refuseOtherFields('DeleteTable', input, ['TableName']);
      const table = await existing('DeleteTable', input);
      if (table['DeletionProtectionEnabled'] === true)
        throw validationError(
          'Resource cannot be deleted as it is currently protected against deletion. Disable deletion protection first.',
        );
      engine.forget(table.TableName);
      await engine.run('DeleteTable', { TableName: table.TableName }, engine.raw);
      await settled(engine, table.TableName, (found) => found === undefined);
      extras.delete(table.TableName);
      return { TableDescription: { ...table, TableStatus: 'DELETING' } };
    },
  };
};

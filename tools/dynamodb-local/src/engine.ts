import { AwsError } from '@atlas-engine/aws-wire';
import { asAwsError } from './dynamo-error.ts';
import { actions, dynalite, rules } from './dynalite-modules.js';
import type { BatchStep, Callback, Input, Store, Table } from './dynalite-modules.js';

/** dynalite as a library: one database that all tables share. */
export interface Engine {
  /** For actions on items: knows the tables. */
  readonly store: Store;
  /** For actions on tables. */
  readonly raw: Store;
  /** A table that exists. @throws AwsError ResourceNotFoundException */
  table(name: string): Promise<Table>;
  /** Forgets what it knows of a table, after it has been made, changed or deleted. */
  forget(name: string): void;
  /** Checks types and rules of an input, and gives it with its expressions parsed. @throws AwsError */
  validate(operation: keyof typeof rules, input: Input): Input;
  /** Runs one of dynalite's actions on validated data. @throws AwsError */
  run(operation: keyof typeof actions, data: Input, store?: Store): Promise<Record<string, unknown>>;
  /** Writes all or nothing, also when the process ends on the way. */
  commit(steps: BatchStep[]): Promise<void>;
  close(): Promise<void>;
}

export interface EngineOptions {
  /** Directory of the database; in memory when absent. */
  readonly path?: string;
  readonly region: string;
  readonly accountId: string;
}

const open = async ({ path, region, accountId }: EngineOptions): Promise<Store> => {
  const at = path === undefined ? {} : { path };
  const store = dynalite.create({ ...at, createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });
  store.tableDb.awsRegion = region;
  store.tableDb.awsAccountId = accountId;
  try {
    await store.db.open();
    return store;
  } catch (error) {
    const reason =
      error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
    throw new AwsError('DatabaseNotOpen', `path: ${path ?? 'memory'} can not be opened: ${reason}`, {
      status: 500,
    });
  }
};

/** Opens the database. @throws AwsError when another process has it open. */
export const openEngine = async (options: EngineOptions): Promise<Engine> => {
  const raw = await open(options);
  const known = new Map<string, Table>();

  // Every action begins with its table: reading and parsing it each time would cost as much as the item.
  const getTable: Store['getTable'] = (name, checkStatus, callback) => {
    const answer = (typeof checkStatus === 'function' ? checkStatus : callback) as Callback<Table>;
    const found = known.get(name);
    if (found) answer(null, found);
    else
      raw.getTable(name, checkStatus, (error, table) => {
        if (table?.TableStatus === 'ACTIVE') known.set(name, table);
        answer(error, table);
      });
  };
  // What dynalite's wrapper adds to each read (an immediate, a promise to keep) is not needed here.
  const store: Store = {
    ...raw,
    getTable,
    getItemDb: (table) => ({
      ...raw.getItemDb(table),
      get: (key, callback) => {
        raw.db.get(`item-${table}~${key}`).then((item) => callback(null, item as never), callback);
      },
    }),
  };

  return {
    store,
    raw,
    table: (name) =>
      new Promise((resolve, reject) => {
        getTable(name, (error, table) => {
          if (table) resolve(table);
          else reject(error ? asAwsError(error) : new AwsError('InternalServerError', `${name}: no table`));
        });
      }),
    forget: (name) => known.delete(name),
    validate: (operation, input) => {
      const { types, custom } = rules[operation];
      try {
        const data = dynalite.checkTypes({ ...input }, types);
        dynalite.checkValidations(data, types, custom, store);
        return data;
      } catch (error) {
        throw error instanceof Error ? asAwsError(error) : error;
      }
    },
    run: (operation, data, on = store) =>
      new Promise((resolve, reject) => {
        actions[operation](on, data, (error, output) => {
          if (error) reject(asAwsError(error));
          else resolve(output ?? {});
        });
      }),
    commit: (steps) => (steps.length > 0 ? raw.db.batch(steps) : Promise.resolve()),
    close: () => raw.lifecycleManager.gracefulClose(),
  };
};

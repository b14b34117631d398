import { DatabaseSync } from 'node:sqlite';
import { createMemoryCollection } from './memory-store.ts';
import { SimulationError } from './simulation-error.ts';
import type { Collection, StateStore } from './state-store.ts';

/** What is still to be written of a key. `replace` is delete, then set: the key goes to the end, as in a Map. */
type Change = 'set' | 'delete' | 'replace';

interface OpenCollection {
  readonly name: string;
  readonly values: Collection<unknown>;
  readonly dirty: Map<string, Change>;
}

// The threat is the end of the process, not of the machine: what the system has taken is safe.
const schema = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = OFF;
  CREATE TABLE IF NOT EXISTS state (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    collection TEXT NOT NULL,
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    UNIQUE (collection, key)
  );`;

const nextChange = (before: Change | undefined, change: 'set' | 'delete'): Change => {
  if (change === 'delete') return 'delete';
  return before === undefined || before === 'set' ? 'set' : 'replace';
};

const jsonOf = (name: string, key: string, value: unknown): string => {
  const text = JSON.stringify(value) as string | undefined;
  if (text !== undefined) return text;
  throw new SimulationError(`${name}: the value of ${key} must be JSON, was a ${typeof value}`);
};

const openDatabase = (file: string): DatabaseSync => {
  try {
    const database = new DatabaseSync(file, { timeout: 5_000 });
    database.exec(schema);
    return database;
  } catch (error) {
    throw new SimulationError(`state file ${file}: cannot be opened as an SQLite database`, { cause: error });
  }
};

/**
 * State in one SQLite file, safe against the end of the process at any moment from the last {@link StateStore.flush}.
 *
 * A collection is read when first asked for and kept in memory. `get` gives the live object: call `set` after
 * changing it, or the change is not written.
 *
 * @throws SimulationError when the file is not a database, or a value is not JSON.
 */
export const createSqliteStore = (file: string): StateStore => {
  const database = openDatabase(file);
  const load = database.prepare('SELECT key, value FROM state WHERE collection = ? ORDER BY position');
  const upsert = database.prepare(
    `INSERT INTO state (collection, key, value) VALUES (?, ?, ?)
     ON CONFLICT (collection, key) DO UPDATE SET value = excluded.value`,
  );
  const remove = database.prepare('DELETE FROM state WHERE collection = ? AND key = ?');
  const collections = new Map<string, OpenCollection>();
  const dirtyCollections = new Set<OpenCollection>();

  const open = (name: string): OpenCollection => {
    const rows = load
      .all(name)
      .map(({ key, value }): [string, unknown] => [String(key), JSON.parse(String(value))]);
    const dirty = new Map<string, Change>();
    const changed = (key: string, change: 'set' | 'delete'): void => {
      const before = dirty.get(key);
      if (before === 'delete') dirty.delete(key);
      dirty.set(key, nextChange(before, change));
      dirtyCollections.add(collection);
    };
    const collection = { name, dirty, values: createMemoryCollection(name, rows, changed) };
    collections.set(name, collection);
    return collection;
  };

  const write = ({ name, dirty, values }: OpenCollection): void => {
    for (const [key, change] of dirty) {
      if (change !== 'set') remove.run(name, key);
      if (change !== 'delete') upsert.run(name, key, jsonOf(name, key, values.get(key)));
    }
  };

  const flush = (): void => {
    if (dirtyCollections.size === 0) return;
    database.exec('BEGIN IMMEDIATE');
    try {
      for (const collection of dirtyCollections) write(collection);
      database.exec('COMMIT');
    } catch (error) {
      database.exec('ROLLBACK');
      throw error;
    }
    for (const { dirty } of dirtyCollections) dirty.clear();
    dirtyCollections.clear();
  };

  return {
    collection: <V>(name: string) => (collections.get(name) ?? open(name)).values as Collection<V>,
    flush,
    close: () => {
      flush();
      database.close();
    },
  };
};

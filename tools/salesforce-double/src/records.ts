import type { Collection, SimulationClock, StateStore } from '@atlas-engine/simulation';
import { recordId } from './record-id.ts';
import type { ObjectDefinition } from './schema.ts';

/** What a field can hold. */
export type FieldValue = string | number | boolean | null;
/** Values by field name. */
export type FieldValues = Readonly<Record<string, FieldValue>>;
/** A record as the org keeps it: `Id`, audit fields and every field that was ever written. */
export type StoredRecord = FieldValues & { readonly Id: string };

/** The org's tables with their indexes; one transaction at a time, undone as a whole when it fails. */
export interface Records {
  get(object: string, id: string): StoredRecord | undefined;
  all(object: string): readonly StoredRecord[];
  /** Ids of the records that carry an index key. */
  withKey(object: string, key: string): readonly string[];
  insert(object: ObjectDefinition, values: FieldValues): StoredRecord;
  update(object: ObjectDefinition, record: StoredRecord, changes: FieldValues): StoredRecord;
  /** Runs the work; when it throws, every change since its start is taken back. */
  atomically<T>(work: () => T): T;
}

/** What the tables are made of. */
export interface RecordsOptions {
  readonly clock: SimulationClock;
  readonly store: StateStore;
  readonly objects: readonly ObjectDefinition[];
  /** The keys under which a record can be found. */
  readonly keysOf: (object: ObjectDefinition, record: FieldValues) => readonly string[];
}

/** The host asks for an object that the schema does not have. */
export class UnknownObject extends Error {
  constructor(object: string) {
    super(`The schema of the local Salesforce has no object ${object}.`);
    this.name = 'UnknownObject';
  }
}

/** Salesforce writes moments without the colon in the zone. */
export const formatMoment = (ms: number): string => new Date(ms).toISOString().replace('Z', '+0000');

/** Opens the tables of the store. */
export function createRecords(options: RecordsOptions): Records {
  const { clock, store } = options;
  const tables = new Map(options.objects.map((object) => [object.name, createTable(object, options)]));
  const serials = store.collection<number>('salesforce/serials');
  let journal: (() => void)[] | undefined;

  const table = (object: string) => {
    const found = tables.get(object);
    if (found === undefined) throw new UnknownObject(object);
    return found;
  };

  const write = (object: string, record: StoredRecord) => {
    const target = table(object);
    const before = target.rows.get(record.Id);
    target.replace(record.Id, record);
    journal?.push(() => target.replace(record.Id, before));
    return record;
  };

  return {
    get: (object, id) => table(object).rows.get(id),
    all: (object) => [...table(object).rows.values()],
    withKey: (object, key) => [...(table(object).index.get(key) ?? [])],
    insert(object, values) {
      const serial = (serials.get(object.name) ?? 0) + 1;
      serials.set(object.name, serial);
      const now = formatMoment(clock.now());
      const audit = { IsDeleted: false, CreatedDate: now, LastModifiedDate: now, SystemModstamp: now };
      return write(object.name, { Id: recordId(object.keyPrefix, serial), ...audit, ...values });
    },
    update(object, record, changes) {
      const now = formatMoment(clock.now());
      return write(object.name, { ...record, ...changes, LastModifiedDate: now, SystemModstamp: now });
    },
    atomically(work) {
      const outer = journal;
      const own: (() => void)[] = [];
      journal = own;
      try {
        const result = work();
        outer?.push(...own);
        return result;
      } catch (error) {
        for (const undo of own.reverse()) undo();
        throw error;
      } finally {
        journal = outer;
      }
    },
  };
}

interface Table {
  readonly rows: Collection<StoredRecord>;
  readonly index: ReadonlyMap<string, ReadonlySet<string>>;
  replace(id: string, record: StoredRecord | undefined): void;
}

/** The index lives in memory and is rebuilt from the stored rows. */
function createTable(object: ObjectDefinition, { store, keysOf }: RecordsOptions): Table {
  const rows = store.collection<StoredRecord>(`salesforce/${object.name}`);
  const index = new Map<string, Set<string>>();
  const add = (record: StoredRecord) => {
    for (const key of keysOf(object, record)) index.set(key, (index.get(key) ?? new Set()).add(record.Id));
  };
  const remove = (record: StoredRecord) => {
    for (const key of keysOf(object, record)) index.get(key)?.delete(record.Id);
  };
  for (const record of rows.values()) add(record);
  return {
    rows,
    index,
    replace(id, record) {
      const before = rows.get(id);
      if (before !== undefined) remove(before);
      if (record === undefined) {
        rows.delete(id);
        return;
      }
      rows.set(id, record);
      add(record);
    },
  };
}

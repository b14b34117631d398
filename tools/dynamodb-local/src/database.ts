import type { SimulationClock } from '@atlas-engine/simulation';
import type { Collection, StateStore } from '@atlas-engine/simulation';
import type { Engine } from './engine.ts';
import { createItemLocks } from './item-locks.ts';
import type { ItemLocks } from './item-locks.ts';

/** What a table has beside dynalite's own description. */
export interface TableExtras {
  /** The attribute that holds the time of expiry, while time to live is on. */
  readonly ttlAttribute?: string;
  /** Point-in-time recovery, while on. */
  readonly recovery?: { readonly since: number; readonly days: number };
  readonly tags?: Readonly<Record<string, string>>;
}

/** What all operations share. */
export interface Database {
  readonly engine: Engine;
  readonly clock: SimulationClock;
  readonly locks: ItemLocks;
  /** Lock keys of items that a TransactWriteItems is working on. */
  readonly transacting: Set<string>;
  readonly extras: Collection<TableExtras>;
}

/** Joins the parts. */
export const createDatabase = (
  engine: Engine,
  { clock, store }: { clock: SimulationClock; store: StateStore },
): Database => ({
  engine,
  clock,
  locks: createItemLocks(),
  transacting: new Set(),
  extras: store.collection<TableExtras>('dynamodb/tables'),
});

/** Changes what is kept of a table; members given as undefined are taken away. */
export const changeExtras = (
  { extras }: Database,
  table: string,
  change: { readonly [Name in keyof TableExtras]: TableExtras[Name] | undefined },
): void => {
  const changed = { ...extras.get(table), ...change };
  extras.set(table, Object.fromEntries(Object.entries(changed).filter(([, value]) => value !== undefined)));
};

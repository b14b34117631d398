import type { Database } from './database.ts';
import type { Item } from './dynalite-modules.js';
import { planWrite } from './item-write.ts';

/** Deletes expired items, late, as DynamoDB does. */
export interface ExpirySweep {
  /** Sweeps the tables with time to live, if the last time was an hour of simulated time ago. */
  whenDue(): Promise<void>;
}

const hour = 60 * 60_000;
/** DynamoDB leaves items alone whose expiry is more than five years past: it takes them for mistakes. */
const oldestExpiry = 5 * 365 * 24 * hour;

interface Window {
  readonly attribute: string;
  readonly from: number;
  readonly to: number;
}

const hasExpired = (item: Item, { attribute, from, to }: Window): boolean => {
  const seconds = item[attribute]?.['N'];
  const expiry = typeof seconds === 'string' ? Number(seconds) * 1000 : Number.NaN;
  return expiry > from && expiry <= to;
};

/**
 * Makes the sweep; `lagMs` is how long after its expiry an item is still seen.
 *
 * It sets no timer: nobody can see an item without a request, and a clock that jumps from timer to timer must not
 * jump to an expiry months away.
 */
export const createExpirySweep = (database: Database, lagMs: number): ExpirySweep => {
  const { engine, clock, locks, extras } = database;
  let nextAt = -Infinity;
  let running: Promise<void> | undefined;

  const deleteExpired = (table: string, id: string, window: Window): Promise<void> =>
    locks.hold([id], async () => {
      const item = (await engine.store.db.get(id)) as Item | undefined;
      if (!item || !hasExpired(item, window)) return;
      const { KeySchema } = await engine.table(table);
      const Key = Object.fromEntries(
        KeySchema.map(({ AttributeName }) => [AttributeName, item[AttributeName]]),
      );
      const data = { TableName: table, Key };
      const { steps } = await planWrite(engine, { operation: 'DeleteItem', data, itemOnFailure: false });
      await engine.commit(steps);
    });

  const sweepTable = async (table: string, attribute: string): Promise<void> => {
    const to = clock.now() - lagMs;
    const window = { attribute, from: to - oldestExpiry, to };
    const prefix = `item-${table}~`;
    for await (const [id, item] of engine.store.db.iterator({ gte: prefix, lt: `${prefix}\xff` })) {
      if (hasExpired(item as Item, window)) await deleteExpired(table, id, window);
    }
  };

  const sweep = async (): Promise<void> => {
    for (const [table, { ttlAttribute }] of [...extras.entries()])
      if (ttlAttribute !== undefined) await sweepTable(table, ttlAttribute);
  };

  return {
    whenDue: async () => {
      if (clock.now() >= nextAt) {
        nextAt = clock.now() + hour;
        running = sweep().finally(() => {
          running = undefined;
        });
      }
      if (running) await running;
    },
  };
};

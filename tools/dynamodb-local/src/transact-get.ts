import { consumedCapacity } from './consumed-capacity.ts';
import type { Database } from './database.ts';
import type { Input, Item } from './dynalite-modules.js';
import { refuseOtherFields, transactItemsOf } from './fields.ts';
import { itemIdOf, sizeOf } from './item-write.ts';
import { readGetEntry } from './transact-entries.ts';
import { forAll, refuseConflicts, refuseOversized } from './transact-write.ts';

/** TransactGetItems: up to 100 items as they were at one moment. */
export const createTransactGet = ({ engine, locks, transacting }: Database) => {
  const read = async (gets: readonly Input[], wantsCapacity: boolean) => {
    const found = await Promise.all(gets.map((get) => engine.run('GetItem', get)));
    const items = found.map(({ Item }) => Item as Item | undefined);
    refuseOversized(items.reduce((sum, item) => sum + sizeOf(item), 0));
    const capacity = wantsCapacity ? consumedCapacity(found, 2) : {};
    return { Responses: items.map((item) => (item ? { Item: item } : {})), ...capacity };
  };

  return async (input: Input): Promise<Record<string, unknown>> => {
    refuseOtherFields('TransactGetItems', input, ['TransactItems', 'ReturnConsumedCapacity']);
    const gets = transactItemsOf(input).map((entry, index) => readGetEntry(engine, entry, index + 1));
    const ids = await forAll(gets, (data) =>
      itemIdOf(engine, { operation: 'DeleteItem', data, itemOnFailure: false }),
    );
    refuseConflicts(ids, transacting);
    const wantsCapacity = ['TOTAL', 'INDEXES'].includes(String(input['ReturnConsumedCapacity']));
    return locks.hold(ids, () => read(gets, wantsCapacity));
  };
};

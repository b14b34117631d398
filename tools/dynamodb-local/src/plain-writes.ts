import { AwsError } from '@atlas-engine/aws-wire';
import type { Database } from './database.ts';
import type { Input } from './dynalite-modules.js';
import { fieldsOf, refuseOtherFields, wantsItemOnFailure } from './fields.ts';
import { itemIdOf, planWrite } from './item-write.ts';
import type { ItemWrite, WriteOperation } from './item-write.ts';

/** Carries a write out once nobody else works on the item. */
export const carryOut = async (database: Database, itemId: string, write: ItemWrite) =>
  database.locks.hold([itemId], async () => {
    const { steps, output } = await planWrite(database.engine, write);
    await database.engine.commit(steps);
    return output;
  });

const conflict = (): AwsError =>
  new AwsError('TransactionConflictException', 'Transaction is ongoing for the item');

/** PutItem, UpdateItem or DeleteItem. */
export const createPlainWrite = (database: Database, operation: WriteOperation) => {
  const known = fieldsOf(operation, ['ReturnValuesOnConditionCheckFailure']);
  return async (input: Input): Promise<Record<string, unknown>> => {
    refuseOtherFields(operation, input, known);
    const itemOnFailure = wantsItemOnFailure(input);
    const write = { operation, data: database.engine.validate(operation, input), itemOnFailure };
    const itemId = await itemIdOf(database.engine, write);
    if (database.transacting.has(itemId)) throw conflict();
    return carryOut(database, itemId, write);
  };
};

import type { Database } from './database.ts';
import { validationError } from './dynamo-error.ts';
import type { Input } from './dynalite-modules.js';
import { fieldsOf, refuseOtherFields } from './fields.ts';
import { itemIdOf } from './item-write.ts';
import type { ItemWrite } from './item-write.ts';
import { consumedCapacity } from './consumed-capacity.ts';
import { carryOut } from './plain-writes.ts';

interface WriteRequest {
  readonly PutRequest?: { readonly Item: Input };
  readonly DeleteRequest?: { readonly Key: Input };
}

const writesOf = (data: Input): ItemWrite[] =>
  Object.entries(data['RequestItems'] as Record<string, WriteRequest[]>).flatMap(([TableName, requests]) =>
    requests.map(({ PutRequest, DeleteRequest }): ItemWrite => {
      const common = { TableName, ReturnConsumedCapacity: data['ReturnConsumedCapacity'] };
      return PutRequest
        ? { operation: 'PutItem', data: { ...common, Item: PutRequest.Item }, itemOnFailure: false }
        : { operation: 'DeleteItem', data: { ...common, Key: DeleteRequest?.Key }, itemOnFailure: false };
    }),
  );

/** BatchWriteItem: up to 25 puts and deletes, each atomic by itself. */
export const createBatchWrite = (database: Database) => {
  const known = fieldsOf('BatchWriteItem');
  return async (input: Input): Promise<Record<string, unknown>> => {
    refuseOtherFields('BatchWriteItem', input, known);
    const writes = writesOf(database.engine.validate('BatchWriteItem', input));
    if (writes.length > 25) throw validationError('Too many items requested for the BatchWriteItem call');
    const ids = await Promise.all(writes.map((write) => itemIdOf(database.engine, write)));
    if (new Set(ids).size < ids.length)
      throw validationError('Provided list of item keys contains duplicates');
    const outputs = await Promise.all(
      writes.map((write, index) => carryOut(database, ids[index] ?? '', write)),
    );
    return { UnprocessedItems: {}, ...consumedCapacity(outputs, 1) };
  };
};

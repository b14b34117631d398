import { AwsError } from '@atlas-engine/aws-wire';
import { asAwsError, validationError } from './dynamo-error.ts';
import { dynalite } from './dynalite-modules.js';
import type { BatchStep, Input, Item } from './dynalite-modules.js';
import type { Engine } from './engine.ts';
import { createWriteSession } from './write-session.ts';

export type WriteOperation = 'PutItem' | 'UpdateItem' | 'DeleteItem';

/** A write of one item, its data validated. */
export interface ItemWrite {
  readonly operation: WriteOperation;
  readonly data: Input;
  /** Whether the item is told when the condition fails. */
  readonly itemOnFailure: boolean;
}

/** What a write would do and answer. */
export interface PlannedWrite {
  readonly steps: BatchStep[];
  readonly output: Record<string, unknown>;
  /** Size of the item before or after, the greater one, in bytes. */
  readonly size: number;
}

/** Names the item that a write is about, among all tables. @throws AwsError when its key is not that of the table. */
export const itemIdOf = async (engine: Engine, { operation, data }: ItemWrite): Promise<string> => {
  const name = String(data['TableName']);
  const table = await engine.table(name);
  const isPut = operation === 'PutItem';
  const item = data[isPut ? 'Item' : 'Key'] as Item;
  const invalid = isPut ? dynalite.validateItem(item, table) : dynalite.validateKey(item, table);
  if (invalid) throw asAwsError(invalid);
  return `item-${name}~${dynalite.createKey(item, table)}`;
};

const largestItem = 400 * 1024;

/** Size of an item in bytes as DynamoDB counts it, 0 for none. dynalite counts characters where DynamoDB counts UTF-8. */
export const sizeOf = (item: Item | undefined): number => {
  if (!item) return 0;
  const json = JSON.stringify(item);
  return dynalite.itemSize(item) + Buffer.byteLength(json) - json.length;
};

const refuseOversized = (after: number, operation: WriteOperation): void => {
  if (after > largestItem)
    throw validationError(
      `Item size ${operation === 'UpdateItem' ? 'to update ' : ''}has exceeded the maximum allowed size`,
    );
};

const itemAfter = (steps: readonly BatchStep[]): Item | undefined => {
  const step = steps.find(({ key }) => key.startsWith('item-'));
  return step?.type === 'put' ? (step.value as Item) : undefined;
};

/**
 * Reads and checks, and tells what is to be written; the caller holds the item's lock until it is.
 *
 * @throws AwsError ConditionalCheckFailedException, with the item when that is wanted; ValidationException.
 */
export const planWrite = async (engine: Engine, write: ItemWrite): Promise<PlannedWrite> => {
  const session = createWriteSession(engine.store);
  try {
    const output = await engine.run(write.operation, write.data, session.store);
    const after = sizeOf(itemAfter(session.steps));
    refuseOversized(after, write.operation);
    return { steps: session.steps, output, size: Math.max(sizeOf(session.before), after) };
  } catch (error) {
    const hasFailed = error instanceof AwsError && error.code === 'ConditionalCheckFailedException';
    if (!hasFailed || !write.itemOnFailure || !session.before) throw error;
    throw new AwsError(error.code, error.message, { members: { Item: session.before } });
  }
};

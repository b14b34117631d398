import { problemsOf } from '@atlas-engine/function-kit';
import type * as z from 'zod';
import { StoredItemError } from '../errors.ts';
import type { Item, ItemKey } from '../storage/item-storage.ts';
import { describeKey } from './keys.ts';

/** @throws StoredItemError naming the item and the first field that is not as it must be. */
export function parseItem<Schema extends z.ZodType>(
  schema: Schema,
  key: ItemKey,
  item: Item,
): z.output<Schema> {
  const parsed = schema.safeParse(item);
  if (parsed.success) return parsed.data;
  const [first] = problemsOf(parsed.error);
  throw new StoredItemError(describeKey(key), first?.path ?? 'item', first?.problem ?? 'is not readable');
}

/** As parseItem, for an item that may be absent. */
export const parseFound = <Schema extends z.ZodType>(
  schema: Schema,
  key: ItemKey,
  item: Item | undefined,
): z.output<Schema> | undefined => (item === undefined ? undefined : parseItem(schema, key, item));

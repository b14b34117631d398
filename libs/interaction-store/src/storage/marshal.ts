import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { StoredItemError } from '../errors.ts';
import type { Item, ItemValue } from './item-storage.ts';

type Attributes = Record<string, AttributeValue>;

/** JSON as DynamoDB writes it; undefined entries are left out. */
export function marshalValue(value: ItemValue): AttributeValue {
  if (typeof value === 'string') return { S: value };
  if (typeof value === 'boolean') return { BOOL: value };
  if (value === null) return { NULL: true };
  if (typeof value === 'object') {
    if (Array.isArray(value)) return { L: (value as readonly ItemValue[]).map(marshalValue) };
    return { M: marshalItem(value as Item) };
  }
  if (Number.isFinite(value)) return { N: String(value) };
  throw new StoredItemError('to be written', 'a number', 'must be finite');
}

export function marshalItem(item: Item): Attributes {
  const present = Object.entries(item).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, marshalValue(value)] as const],
  );
  return Object.fromEntries(present);
}

function unmarshalValue(value: AttributeValue): ItemValue {
  if (value.S !== undefined) return value.S;
  if (value.N !== undefined) return Number(value.N);
  if (value.BOOL !== undefined) return value.BOOL;
  if (value.L !== undefined) return value.L.map(unmarshalValue);
  if (value.M !== undefined) return unmarshalItem(value.M);
  if (value.NULL !== undefined) return null;
  // Sets and binaries are written by nobody here: the schema that reads the item names the field.
  return {};
}

export function unmarshalItem(attributes: Attributes): Item {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, unmarshalValue(value)]));
}

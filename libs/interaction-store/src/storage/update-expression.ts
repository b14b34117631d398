import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { ItemValue, ItemWrite } from './item-storage.ts';
import { marshalValue } from './marshal.ts';

/** A conditional update in DynamoDB's expression language. */
export interface UpdateExpression {
  readonly UpdateExpression?: string;
  readonly ConditionExpression?: string;
  readonly ExpressionAttributeNames?: Record<string, string>;
  readonly ExpressionAttributeValues?: Record<string, AttributeValue>;
}

const clause = (keyword: string, parts: readonly string[]): string =>
  parts.length === 0 ? '' : `${keyword} ${parts.join(', ')}`;

/** DynamoDB refuses an empty map of placeholders. */
const unlessEmpty = (field: keyof UpdateExpression, map: object): UpdateExpression =>
  Object.keys(map).length === 0 ? {} : { [field]: map };

/** Names and values are always placeholders: no attribute can collide with a reserved word or inject an expression. */
export function updateExpressionOf({ expect, set = {}, remove = [] }: ItemWrite): UpdateExpression {
  const names: Record<string, string> = {};
  const values: Record<string, AttributeValue> = {};
  const placeholders = new Map<string, string>();
  const name = (attribute: string): string => {
    const placeholder = placeholders.get(attribute) ?? `#n${String(placeholders.size)}`;
    placeholders.set(attribute, placeholder);
    names[placeholder] = attribute;
    return placeholder;
  };
  const value = (held: ItemValue): string => {
    const placeholder = `:v${String(Object.keys(values).length)}`;
    values[placeholder] = marshalValue(held);
    return placeholder;
  };

  const assignments = Object.entries(set).flatMap(([attribute, held]) =>
    held === undefined ? [] : [`${name(attribute)} = ${value(held)}`],
  );
  const removals = remove.map(name);
  const conditions = Object.entries(expect).map(([attribute, held]) =>
    held === undefined ? `attribute_not_exists(${name(attribute)})` : `${name(attribute)} = ${value(held)}`,
  );
  const update = [clause('SET', assignments), clause('REMOVE', removals)].filter((part) => part !== '');
  return {
    ...(update.length === 0 ? {} : { UpdateExpression: update.join(' ') }),
    ...(conditions.length === 0 ? {} : { ConditionExpression: conditions.join(' AND ') }),
    ...unlessEmpty('ExpressionAttributeNames', names),
    ...unlessEmpty('ExpressionAttributeValues', values),
  };
}

import { isRecord, stringField } from '@atlas-engine/aws-wire';
import type { Engine } from './engine.ts';
import { validationError } from './dynamo-error.ts';
import type { Input } from './dynalite-modules.js';
import { refuseOtherFields, wantsItemOnFailure } from './fields.ts';
import type { ItemWrite, WriteOperation } from './item-write.ts';

/** An entry of TransactWriteItems. */
export interface TransactEntry {
  readonly write: ItemWrite;
  /** A condition check is a delete that is not carried out. */
  readonly isCheck: boolean;
}

interface Kind {
  readonly operation: WriteOperation;
  readonly own: readonly string[];
  readonly required: string;
}

const common = [
  'TableName',
  'ConditionExpression',
  'ExpressionAttributeNames',
  'ExpressionAttributeValues',
  'ReturnValuesOnConditionCheckFailure',
];
const kinds: Readonly<Record<string, Kind>> = {
  Put: { operation: 'PutItem', own: ['Item'], required: 'Item' },
  Update: { operation: 'UpdateItem', own: ['Key', 'UpdateExpression'], required: 'UpdateExpression' },
  Delete: { operation: 'DeleteItem', own: ['Key'], required: 'Key' },
  ConditionCheck: { operation: 'DeleteItem', own: ['Key'], required: 'ConditionExpression' },
};

const oneOfAll = (entry: Input, at: string): [string, unknown] => {
  const given = Object.entries(entry).filter(([, value]) => value !== undefined && value !== null);
  const [only] = given;
  if (given.length === 1 && only) return only;
  throw validationError(`${at}: must have exactly one of ${Object.keys(kinds).join(', ')}`);
};

/** Reads an entry; `place` counts from 1. @throws AwsError when it is not one that DynamoDB would try. */
export const readEntry = (engine: Engine, entry: Input, place: number): TransactEntry => {
  const at = `TransactItems.${place}`;
  const [name, input] = oneOfAll(entry, at);
  const kind = kinds[name];
  if (!kind || !isRecord(input))
    throw validationError(`${at}.${name}: must be one of ${Object.keys(kinds).join(', ')}`);
  refuseOtherFields(`${at}.${name}`, input, [...common, ...kind.own]);
  if (input[kind.required] === undefined || input[kind.required] === null)
    throw validationError(`${at}.${name}.${kind.required}: is required`);
  const itemOnFailure = wantsItemOnFailure(input);
  const data = engine.validate(kind.operation, { ...input, ReturnConsumedCapacity: 'TOTAL' });
  return { isCheck: name === 'ConditionCheck', write: { operation: kind.operation, data, itemOnFailure } };
};

/** Reads an entry of TransactGetItems as the input of GetItem. @throws AwsError */
export const readGetEntry = (engine: Engine, entry: Input, place: number): Input => {
  const at = `TransactItems.${place}.Get`;
  const input = entry['Get'];
  if (!isRecord(input)) throw validationError(`${at}: must be an object`);
  refuseOtherFields(at, input, ['TableName', 'Key', 'ProjectionExpression', 'ExpressionAttributeNames']);
  stringField(input, 'TableName');
  return engine.validate('GetItem', { ...input, ConsistentRead: true, ReturnConsumedCapacity: 'TOTAL' });
};

import { isRecord, optionalList, optionalString, stringField } from '@atlas-engine/aws-wire';
import { refused, validationError } from './dynamo-error.ts';
import { rules } from './dynalite-modules.js';
import type { Input } from './dynalite-modules.js';

/** Refuses what dynalite would drop without a word. */
export const refuseOtherFields = (operation: string, input: Input, known: readonly string[]): void => {
  for (const [field, value] of Object.entries(input)) {
    if (!known.includes(field)) throw refused(`${field} in ${operation}`);
    if (field === 'ReturnItemCollectionMetrics' && value === 'SIZE')
      throw refused(`${field} SIZE in ${operation}`);
  }
};

/** The fields that dynalite knows of an operation, and further ones that we add. */
export const fieldsOf = (operation: keyof typeof rules, more: readonly string[] = []): string[] => [
  ...Object.keys(rules[operation].types),
  ...more,
];

/** Whether the item is wanted when the condition fails. @throws AwsError for a value that DynamoDB does not know. */
export const wantsItemOnFailure = (input: Input): boolean => {
  const wanted = optionalString(input, 'ReturnValuesOnConditionCheckFailure') ?? 'NONE';
  if (wanted === 'ALL_OLD' || wanted === 'NONE') return wanted === 'ALL_OLD';
  throw validationError(
    `Value '${wanted}' at 'returnValuesOnConditionCheckFailure' failed to satisfy constraint: Member must satisfy enum value set: [ALL_OLD, NONE]`,
  );
};

/** A list of 1 to 100 structures. @throws AwsError */
export const transactItemsOf = (input: Input): Input[] => {
  const items = optionalList(input, 'TransactItems') ?? [];
  if (items.length < 1 || items.length > 100)
    throw validationError(
      `1 validation error detected: Value at 'transactItems' failed to satisfy constraint: Member must have length between 1 and 100, was ${items.length}`,
    );
  return items.map((item, index) => {
    if (isRecord(item)) return item;
    throw validationError(`TransactItems.${index + 1}: must be an object`);
  });
};

/** The table that a call names. @throws AwsError */
export const tableNameOf = (input: Input): string => stringField(input, 'TableName');

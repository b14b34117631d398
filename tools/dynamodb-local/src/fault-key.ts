import { isRecord } from '@atlas-engine/aws-wire';
import type { Input } from './dynalite-modules.js';

/** Members that say what a call is about; what it writes may hold times and ids that differ between runs. */
const telling = ['TableName', 'Key', 'IndexName', 'KeyConditionExpression', 'ExpressionAttributeValues'];

const partOf = (input: Input): unknown => {
  const own = Object.fromEntries(telling.map((name) => [name, input[name]]));
  const entries = Array.isArray(input['TransactItems']) ? input['TransactItems'].filter(isRecord) : [];
  const parts = entries.flatMap((entry) => Object.values(entry)).filter(isRecord);
  const isWrite = input['Key'] !== undefined;
  return [{ ...own, ...(isWrite && { ExpressionAttributeValues: undefined }) }, parts.map(partOf)];
};

/** Names what a call is about, for planned faults: the table with the item's key or the query's values. */
export const faultKey = (body: Buffer): string => {
  try {
    const input = JSON.parse(body.toString('utf8')) as unknown;
    return isRecord(input) ? JSON.stringify(partOf(input)) : '';
  } catch {
    // The operation itself will refuse what is not JSON.
    return '';
  }
};

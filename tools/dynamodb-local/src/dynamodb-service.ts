import { AwsError, isRecord } from '@atlas-engine/aws-wire';
import type { ServiceDouble, WireRequest, WireResponse } from '@atlas-engine/aws-wire';
import { randomUUID } from 'node:crypto';
import { dynamoErrorResponse, refused } from './dynamo-error.ts';
import type { Input } from './dynalite-modules.js';
import type { ExpirySweep } from './expiry-sweep.ts';
import { faultKey } from './fault-key.ts';

/** DynamoDB's operations by name. */
export type Operations = Readonly<Record<string, (input: Input) => Promise<unknown>>>;

const target = 'DynamoDB_20120810.';

const operationOf = ({ headers }: WireRequest): string => {
  const named = headers['x-amz-target'] ?? '';
  return named.startsWith(target) ? named.slice(target.length) : named;
};

const parse = (body: Buffer): Input => {
  try {
    const input = JSON.parse(body.toString('utf8')) as unknown;
    if (isRecord(input)) return input;
  } catch {
    // Not JSON: the same answer as for JSON that is not an object.
  }
  throw new AwsError('SerializationException', 'body: must be a JSON object');
};

/** Puts DynamoDB on the wire. */
export const createDynamoDbService = (operations: Operations, sweep: ExpirySweep): ServiceDouble => ({
  service: 'dynamodb',
  operationOf,
  handle: async (request): Promise<WireResponse> => {
    const operation = operationOf(request);
    const perform = Object.hasOwn(operations, operation) ? operations[operation] : undefined;
    if (!perform) throw new AwsError('UnknownOperationException', refused(`operation ${operation}`).message);
    await sweep.whenDue();
    const output = await perform(parse(request.body));
    return {
      status: 200,
      headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amzn-requestid': randomUUID() },
      body: JSON.stringify(output),
    };
  },
  faultKeyOf: ({ body }) => faultKey(body),
  errorResponse: dynamoErrorResponse,
});

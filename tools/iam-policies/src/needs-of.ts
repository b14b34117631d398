import { bedrockCalls } from './calls/bedrock.ts';
import type { Call, CallTable, Need } from './calls/call.ts';
import { lambdaCalls, lexCalls } from './calls/compute.ts';
import { connectCalls } from './calls/connect.ts';
import { dynamodbCalls } from './calls/dynamodb.ts';
import { s3Calls } from './calls/s3.ts';
import { snsCalls } from './calls/sns.ts';
import { sqsCalls } from './calls/sqs.ts';
import { statesCalls } from './calls/states.ts';
import { eventCalls, parameterCalls, secretCalls, stsCalls } from './calls/storage.ts';
import { transcribeCalls } from './calls/transcribe.ts';
import { logCalls, metricCalls } from './calls/watching.ts';

/** The tables by signing scope. */
export const callTables: Readonly<Record<string, CallTable>> = {
  bedrock: bedrockCalls,
  connect: connectCalls,
  dynamodb: dynamodbCalls,
  events: eventCalls,
  lambda: lambdaCalls,
  lex: lexCalls,
  logs: logCalls,
  monitoring: metricCalls,
  s3: s3Calls,
  secretsmanager: secretCalls,
  sns: snsCalls,
  sqs: sqsCalls,
  ssm: parameterCalls,
  states: statesCalls,
  sts: stsCalls,
  transcribe: transcribeCalls,
};

/**
 * The permissions that a call needs, all of them; undefined for an operation that no table has.
 *
 * @throws AwsError ValidationException when the call lacks what names its resource
 */
export const needsOf = (service: string, call: Call): readonly Need[] | undefined => {
  const table = callTables[service];
  if (table === undefined || !Object.hasOwn(table, call.operation)) return undefined;
  return table[call.operation]?.(call);
};

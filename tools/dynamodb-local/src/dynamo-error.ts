import { AwsError } from '@atlas-engine/aws-wire';
import type { WireResponse } from '@atlas-engine/aws-wire';
import { randomUUID } from 'node:crypto';
import type { DynaliteError } from './dynalite-modules.js';

const coral: Readonly<Record<string, string>> = {
  ValidationException: 'com.amazon.coral.validate',
  SerializationException: 'com.amazon.coral.service',
  UnknownOperationException: 'com.amazon.coral.service',
  ThrottlingException: 'com.amazon.coral.availability',
};

/** A request that is wrong in itself. */
export const validationError = (message: string): AwsError => new AwsError('ValidationException', message);

/** What is not part of the double, although it is part of DynamoDB. */
export const refused = (what: string): AwsError =>
  validationError(`dynamodb: the local double does not support ${what}`);

/** Turns dynalite's refusal into an AwsError; anything else is a defect and stays what it is. */
export const asAwsError = (error: DynaliteError): Error => {
  if (error.statusCode === undefined || error.body === undefined) return error;
  const { __type: type, message, Message } = error.body;
  return new AwsError(type.slice(type.lastIndexOf('#') + 1), message ?? Message ?? '', {
    status: error.statusCode,
  });
};

/** Writes an error as DynamoDB does: the type with its namespace, the members beside the message. */
export const dynamoErrorResponse = (error: AwsError): WireResponse => ({
  status: error.status,
  headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amzn-requestid': randomUUID() },
  body: JSON.stringify({
    __type: `${coral[error.code] ?? 'com.amazonaws.dynamodb.v20120810'}#${error.code}`,
    message: error.message,
    ...error.members,
  }),
});

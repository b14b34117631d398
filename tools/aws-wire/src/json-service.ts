import { AwsError, notSupported } from './aws-error.ts';
import { awsJson, isRecord } from './json-value.ts';
import { jsonError, newRequestId } from './responses.ts';
import type { Operation, ServiceDouble, WireRequest, WireResponse } from './wire.ts';

export interface JsonServiceOptions {
  readonly service: string;
  readonly version: '1.0' | '1.1';
  readonly operations: Readonly<Record<string, Operation>>;
  /** For services that once spoke the query protocol (SQS): the old code of each error whose name differs. */
  readonly queryErrorCodes?: Readonly<Record<string, string>>;
}

const operationOf = ({ headers }: WireRequest): string => {
  const target = headers['x-amz-target'] ?? '';
  return target.slice(target.lastIndexOf('.') + 1);
};

/**
 * Reads a body that must be a JSON object; an empty one is an empty object.
 *
 * @throws AwsError SerializationException when it is anything else.
 */
export const jsonInput = (body: Buffer): Record<string, unknown> => {
  if (body.length === 0) return {};
  const input = parsed(body);
  if (isRecord(input)) return input;
  throw new AwsError('SerializationException', 'body: must be a JSON object');
};

const parsed = (body: Buffer): unknown => {
  try {
    return JSON.parse(body.toString('utf8')) as unknown;
  } catch {
    throw new AwsError('SerializationException', 'body: is not JSON');
  }
};

/** A service that speaks awsJson 1.0 or 1.1: the operation is what follows the dot in X-Amz-Target. */
export const jsonService = (options: JsonServiceOptions): ServiceDouble => {
  const { service, operations } = options;
  const contentType = `application/x-amz-json-${options.version}`;

  const errorResponse = (error: AwsError, request: WireRequest): WireResponse => {
    const response = jsonError(error, contentType);
    if (request.headers['x-amzn-query-mode'] !== 'true') return response;
    const code = options.queryErrorCodes?.[error.code] ?? error.code;
    const fault = error.status >= 500 ? 'Receiver' : 'Sender';
    return { ...response, headers: { ...response.headers, 'x-amzn-query-error': `${code};${fault}` } };
  };

  const answer = async (request: WireRequest): Promise<WireResponse> => {
    const operation = operationOf(request);
    const perform = Object.hasOwn(operations, operation) ? operations[operation] : undefined;
    if (!perform) throw notSupported(service, `operation ${operation || '(no X-Amz-Target)'}`);
    const requestId = newRequestId();
    const region = request.scope?.region ?? '';
    const output = await perform(jsonInput(request.body), { request, operation, region, requestId });
    return {
      status: 200,
      headers: { 'content-type': contentType, 'x-amzn-requestid': requestId },
      body: awsJson(output),
    };
  };

  return { service, operationOf, handle: answer, errorResponse };
};

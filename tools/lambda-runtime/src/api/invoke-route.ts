import { AwsError, notSupported, rawResponse } from '@atlas-engine/aws-wire';
import type { RestCall, RestRoute, WireResponse } from '@atlas-engine/aws-wire';
import { invalidParameter } from '../function-name.ts';
import type { InvocationType } from '../invocation-payload.ts';
import type { Invoke, InvokeOptions } from '../invocations.ts';
import type { InvokeResult } from '../invoke.ts';

const types: readonly InvocationType[] = ['RequestResponse', 'Event', 'DryRun'];
const refusedHeaders = ['x-amz-durable-execution-name', 'x-amz-tenant-id'];

const typeOf = (text = 'RequestResponse'): InvocationType => {
  const found = types.find((type) => type === text);
  if (found) return found;
  throw invalidParameter(`InvocationType: must be one of ${types.join(', ')}`);
};

const clientContextOf = (text: string | undefined): string | undefined => {
  if (text === undefined) return undefined;
  const json = Buffer.from(text, 'base64').toString('utf8');
  try {
    JSON.parse(json);
    return json;
  } catch {
    throw new AwsError('InvalidRequestContentException', 'ClientContext: must be JSON in base64', {
      members: { Type: 'User' },
    });
  }
};

const optionsOf = ({ request: { headers, query }, requestId }: RestCall): InvokeOptions => {
  const refused = refusedHeaders.find((name) => headers[name] !== undefined);
  if (refused !== undefined) throw notSupported('lambda', `Invoke with ${refused}`);
  return {
    type: typeOf(headers['x-amz-invocation-type']),
    requestId,
    logTail: headers['x-amz-log-type'] === 'Tail',
    qualifier: query.get('Qualifier') ?? undefined,
    clientContext: clientContextOf(headers['x-amz-client-context']),
    traceId: headers['x-amzn-trace-id'],
  };
};

const answerOf = (result: InvokeResult): WireResponse => {
  const { statusCode, requestId, executedVersion, payload, functionError, logTail } = result;
  return rawResponse({
    status: statusCode,
    headers: {
      'x-amzn-requestid': requestId,
      ...(statusCode === 200 && {
        'content-type': 'application/json',
        'x-amz-executed-version': executedVersion,
      }),
      ...(functionError && { 'x-amz-function-error': functionError }),
      ...(logTail !== undefined && { 'x-amz-log-result': Buffer.from(logTail).toString('base64') }),
    },
    body: payload,
  });
};

/** The route of the Invoke operation, whose bodies are the function's own. */
export const invokeRoute = (invoke: Invoke): RestRoute => ({
  method: 'POST',
  path: '/2015-03-31/functions/{FunctionName}/invocations',
  operation: 'Invoke',
  handle: async (call) =>
    answerOf(
      await invoke(call.params['FunctionName'] ?? '', call.request.body.toString('utf8'), optionsOf(call)),
    ),
});

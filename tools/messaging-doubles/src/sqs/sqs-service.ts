import {
  AwsError,
  jsonService,
  newRequestId,
  notSupported,
  queryError,
  type Operation,
  type ServiceDouble,
  type WireRequest,
  type WireResponse,
} from '@atlas-engine/aws-wire';
import { moveOperations } from './move-operations.ts';
import { queryAnswer } from './query-answer.ts';
import { queryInput } from './query-form.ts';
import { queueOperations } from './queue-operations.ts';
import { receiveOperations } from './receive-operations.ts';
import { sendOperations } from './send-operations.ts';
import type { SqsCore } from './sqs-core.ts';
import { queryErrorCodes } from './sqs-error.ts';

type Input = Readonly<Record<string, unknown>>;

const isQuery = ({ headers, method }: WireRequest): boolean =>
  method === 'GET' || (headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded');

const formOf = ({ body, query }: WireRequest): URLSearchParams =>
  body.length > 0 ? new URLSearchParams(body.toString()) : query;

/** What can be read of a request without the right to refuse it. */
const inputOf = (request: WireRequest): Input => {
  try {
    return isQuery(request) ? queryInput(formOf(request)) : (JSON.parse(request.body.toString()) as Input);
  } catch {
    return {};
  }
};

const answerQuery = async (
  operations: Record<string, Operation>,
  request: WireRequest,
): Promise<WireResponse> => {
  const form = formOf(request);
  const operation = form.get('Action') ?? '';
  const perform = Object.hasOwn(operations, operation) ? operations[operation] : undefined;
  if (perform === undefined) throw notSupported('sqs', `operation ${operation || '(no Action)'}`);
  const requestId = newRequestId();
  const region = request.scope?.region ?? '';
  const output = await perform(queryInput(form), { request, operation, region, requestId });
  return {
    status: 200,
    headers: { 'content-type': 'text/xml', 'x-amzn-requestid': requestId },
    body: queryAnswer(operation, output, requestId),
  };
};

const inQueryTerms = (error: AwsError): AwsError =>
  new AwsError(queryErrorCodes[error.code] ?? error.code, error.message, { status: error.status });

/** SQS on the wire: JSON 1.0, and the query protocol for clients from before 2023. */
export const sqsService = (core: SqsCore): ServiceDouble => {
  const operations = {
    ...sendOperations(core),
    ...receiveOperations(core),
    ...queueOperations(core),
    ...moveOperations(core),
  };
  const json = jsonService({ service: 'sqs', version: '1.0', operations, queryErrorCodes });
  const operationOf = (request: WireRequest): string =>
    isQuery(request) ? (formOf(request).get('Action') ?? '') : json.operationOf(request);

  const queueNameOf = (request: WireRequest): string => {
    const { QueueUrl, QueueName } = inputOf(request);
    const name = typeof QueueUrl === 'string' ? QueueUrl.split('/').at(-1) : QueueName;
    return typeof name === 'string' ? name : '';
  };

  const waits = (request: WireRequest): boolean => {
    const wait =
      inputOf(request)['WaitTimeSeconds'] ?? core.directory.find(queueNameOf(request))?.settings.waitSeconds;
    return Number(wait ?? 0) > 0;
  };

  return {
    service: 'sqs',
    operationOf,
    handle: (request) => (isQuery(request) ? answerQuery(operations, request) : json.handle(request)),
    errorResponse: (error, request) => {
      if (isQuery(request)) return queryError(inQueryTerms(error));
      return json.errorResponse?.(error, request) ?? queryError(error);
    },
    longPoll: (request) => operationOf(request) === 'ReceiveMessage' && waits(request),
    // Neither the port in a queue's URL nor a receipt handle is the same in the next run.
    faultKeyOf: (request) => JSON.stringify([queueNameOf(request), inputOf(request)['MessageBody']]),
  };
};

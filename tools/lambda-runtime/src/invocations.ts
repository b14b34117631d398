import type { FaultPlan } from '@atlas-engine/simulation';
import { randomUUID } from 'node:crypto';
import type { Functions, Target } from './functions.ts';
import type { InvocationType } from './invocation-payload.ts';
import { checkedPayload } from './invocation-payload.ts';
import type { InvocationRequest, InvokeResult } from './invoke.ts';
import { losesAnswer, serviceFailed } from './invoke.ts';
import type { AsyncQueue } from './queue/async-queue.ts';

/** How a caller wants a function to be invoked. */
export interface InvokeOptions {
  readonly type: InvocationType;
  /** Alias or version, when the name does not have it. */
  readonly qualifier?: string | undefined;
  /** Made up when absent. */
  readonly requestId?: string;
  readonly traceId?: string | undefined;
  /** JSON text. */
  readonly clientContext?: string | undefined;
  /** Whether the result brings the last 4 KB of the log; for `RequestResponse` only. */
  readonly logTail?: boolean;
}

export interface InvocationsOptions {
  readonly faults: FaultPlan;
  readonly functions: Functions;
  readonly asyncQueue: AsyncQueue;
  /** In bytes. */
  readonly asyncPayloadLimit: number;
  readonly invoke: (target: Target, request: InvocationRequest) => Promise<InvokeResult>;
}

/**
 * Invokes a function by name, `name:qualifier` or ARN with JSON text.
 *
 * A function's own failure is a result with `functionError`; refusals are AwsErrors: ResourceNotFoundException,
 * InvalidRequestContentException, RequestTooLargeException, TooManyRequestsException, ServiceException.
 */
export type Invoke = (nameOrArn: string, payload: string, options: InvokeOptions) => Promise<InvokeResult>;

/** Makes the Invoke operation, as the API and in-process callers use it. */
export const createInvocations = ({
  faults,
  functions,
  asyncQueue,
  asyncPayloadLimit,
  invoke,
}: InvocationsOptions): Invoke => {
  const accept = (target: Target, request: InvocationRequest): void => {
    const answerIsLost = losesAnswer(faults, request.faultKey);
    asyncQueue.accept(target, request);
    if (answerIsLost) throw serviceFailed();
  };

  return async (nameOrArn, text, options) => {
    const { type, qualifier, requestId = randomUUID(), traceId, clientContext, logTail = false } = options;
    const target = functions.find(nameOrArn, qualifier);
    const payload = checkedPayload(text, type, asyncPayloadLimit);
    const request = {
      requestId,
      payload,
      logTail,
      faultKey: target.reference.name,
      traceId,
      clientContext,
    };
    const accepted = { requestId, executedVersion: target.main().spec.version, payload: '' };
    switch (type) {
      case 'RequestResponse':
        return invoke(target, request);
      case 'Event':
        accept(target, request);
        return { statusCode: 202, ...accepted };
      case 'DryRun':
        return { statusCode: 204, ...accepted };
    }
  };
};

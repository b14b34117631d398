import { latestVersion } from '../process/environment.ts';
import type { InvokeResult } from '../invoke.ts';
import type { AsyncEvent, FailureCondition } from './async-event.ts';

/** What is known of an event that is given up. */
export interface FailedEvent {
  readonly event: AsyncEvent;
  readonly condition: FailureCondition;
  /** Unqualified. */
  readonly functionArn: string;
  /** Of the last run, if there was one. */
  readonly result?: InvokeResult;
  /** Simulated epoch milliseconds. */
  readonly now: number;
}

/** The record that an on-failure destination receives (Lambda developer guide, retaining records of asynchronous invocations). */
export const failureRecord = ({ event, condition, functionArn, result, now }: FailedEvent): unknown => ({
  version: '1.0',
  timestamp: new Date(now).toISOString(),
  requestContext: {
    requestId: event.requestId,
    functionArn: `${functionArn}:${event.reference.qualifier ?? latestVersion}`,
    condition,
    approximateInvokeCount: event.runs,
  },
  requestPayload: JSON.parse(event.payload) as unknown,
  ...(result && {
    responseContext: {
      statusCode: result.statusCode,
      executedVersion: result.executedVersion,
      functionError: result.functionError,
    },
    responsePayload: JSON.parse(result.payload) as unknown,
  }),
});

const errorMessageOf = (result: InvokeResult | undefined, condition: FailureCondition): string => {
  if (!result) return condition;
  const { errorMessage } = JSON.parse(result.payload) as { readonly errorMessage?: unknown };
  return typeof errorMessage === 'string' ? errorMessage : '';
};

/** The message attributes with which the event itself goes to a dead-letter queue or topic. */
export const deadLetterAttributes = ({ event, condition, result }: FailedEvent): Record<string, string> => ({
  RequestID: event.requestId,
  ErrorCode: String(result?.statusCode ?? 429),
  ErrorMessage: errorMessageOf(result, condition).slice(0, 1024),
});

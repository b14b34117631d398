import type { ModelFailure } from './language-model.ts';

const throttled = [
  'ThrottlingException',
  'TooManyRequestsException',
  'ModelNotReadyException',
  'ServiceQuotaExceededException',
];
const timedOut = ['ModelTimeoutException', 'TimeoutError', 'AbortError', 'RequestTimeout'];

/** Bedrock's errors, by what they mean for the caller. Everything else is UNAVAILABLE: configuration, network, faults. */
export function failureOf(error: unknown): ModelFailure {
  const name = error instanceof Error ? error.name : '';
  if (throttled.includes(name)) return 'THROTTLED';
  return timedOut.includes(name) ? 'TIMED_OUT' : 'UNAVAILABLE';
}

/** Whether an error of the SDK is no answer of Bedrock: the line broke before one came. A time-out is no such error. */
export const gaveNoAnswer = (error: unknown): boolean =>
  failureOf(error) === 'UNAVAILABLE' && !hasStatus(error);

const hasStatus = (error: unknown): boolean =>
  error instanceof Error &&
  '$metadata' in error &&
  (error.$metadata as { readonly httpStatusCode?: number }).httpStatusCode !== undefined;

/** Stop reasons that mean that the model, or a guardrail, would not answer. Others leave an answer to be checked. */
export function refusalOf(stopReason: string | undefined): ModelFailure | undefined {
  return stopReason === 'guardrail_intervened' || stopReason === 'content_filtered' ? 'REFUSED' : undefined;
}

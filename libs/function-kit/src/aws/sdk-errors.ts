const throttleNames: ReadonlySet<string> = new Set([
  'LimitExceededException',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'RequestThrottled',
  'RequestThrottledException',
  'ServiceQuotaExceededException',
  'SlowDown',
  'Throttling',
  'ThrottledException',
  'ThrottlingException',
  'TooManyRequestsException',
]);

const transientNames: ReadonlySet<string> = new Set([
  'AbortError',
  'InternalFailure',
  'InternalServerError',
  'InternalServerException',
  'InternalServiceException',
  'RequestTimeout',
  'RequestTimeoutException',
  'ServiceUnavailable',
  'ServiceUnavailableException',
  'TimeoutError',
  'TransactionConflictException',
  'TransactionInProgressException',
]);

const networkCodes: ReadonlySet<string> = new Set([
  'EAI_AGAIN',
  'ECONNABORTED',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
]);

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && name in value
    ? (value as Record<string, unknown>)[name]
    : undefined;

const named = (error: unknown, names: ReadonlySet<string>, key = 'name'): boolean => {
  const name = field(error, key);
  return typeof name === 'string' && names.has(name);
};

/** The HTTP status of a service's answer; undefined when none came. */
export function statusOf(error: unknown): number | undefined {
  const status = field(field(error, '$metadata'), 'httpStatusCode');
  return typeof status === 'number' ? status : undefined;
}

/** The service certainly did nothing, because too much is asked of it; later it may. */
export const isThrottle = (error: unknown): boolean => named(error, throttleNames) || statusOf(error) === 429;

/** No certain answer: time-out, broken connection or a fault of the service. The effect may have happened. */
export const isTransient = (error: unknown): boolean =>
  named(error, transientNames) || named(error, networkCodes, 'code') || (statusOf(error) ?? 0) >= 500;

/** A single conditional write whose condition did not hold. */
export const isConditionalCheckFailed = (error: unknown): boolean =>
  field(error, 'name') === 'ConditionalCheckFailedException';

/** The codes of a cancelled DynamoDB transaction in the order of its entries; undefined for every other error. */
export function cancellationCodes(error: unknown): readonly string[] | undefined {
  if (field(error, 'name') !== 'TransactionCanceledException') return undefined;
  const reasons = field(error, 'CancellationReasons');
  if (!Array.isArray(reasons)) return [];
  return reasons.map((reason: unknown) => {
    const code = field(reason, 'Code');
    return typeof code === 'string' ? code : 'None';
  });
}

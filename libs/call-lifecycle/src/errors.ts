import type { CallKey } from '@atlas-engine/domain';
import { AtlasError } from '@atlas-engine/domain';

/** A call is to end whose request the interaction table does not hold. */
export class RequestMissingError extends AtlasError {
  override readonly name = 'RequestMissingError';
  readonly code = 'REQUEST_MISSING';

  constructor(requestId: string) {
    super(`The interaction table has no request ${requestId}; its call cannot be concluded.`, {
      retryable: false,
      details: { requestId },
    });
  }
}

/** A service gave no answer, or asks for less load; the same call may succeed later. */
export class ServiceUnavailableError extends AtlasError {
  override readonly name = 'ServiceUnavailableError';
  readonly code = 'SERVICE_UNAVAILABLE';

  constructor(operation: string, cause: unknown) {
    super(`${operation} gave no answer.`, { retryable: true, details: { operation }, cause });
  }
}

/** A service refuses for good: a missing permission, or a request that it does not allow. */
export class ServiceRefusedError extends AtlasError {
  override readonly name = 'ServiceRefusedError';
  readonly code = 'SERVICE_REFUSED';

  constructor(operation: string, cause: unknown) {
    const reason = cause instanceof Error ? cause.name : 'unknown';
    super(`${operation} was refused (${reason}). Check the function's configuration and policy.`, {
      retryable: false,
      details: { operation, reason },
      cause,
    });
  }
}

/** While a result was being sent, the workflow asked again and again with a newer token. */
export class TokenContentionError extends AtlasError {
  override readonly name = 'TokenContentionError';
  readonly code = 'TOKEN_CONTENTION';

  constructor({ requestId, sequence }: CallKey, rounds: number) {
    super(
      `The result of call ${String(sequence)} of ${requestId} found a newer token ${String(rounds)} times.`,
      { retryable: true, details: { requestId, sequence } },
    );
  }
}

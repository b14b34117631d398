import { isThrottle, isTransient } from '@atlas-engine/function-kit';
import { ServiceRefusedError, ServiceUnavailableError } from './errors.ts';

/** An SDK error as callers of a port see it. */
export const serviceFailure = (
  operation: string,
  error: unknown,
): ServiceUnavailableError | ServiceRefusedError =>
  isThrottle(error) || isTransient(error)
    ? new ServiceUnavailableError(operation, error)
    : new ServiceRefusedError(operation, error);

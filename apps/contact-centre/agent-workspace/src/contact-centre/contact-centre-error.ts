import { AtlasError } from '@atlas-engine/domain';
import { isThrottle, isTransient } from '@atlas-engine/function-kit';

/** Amazon Connect did not answer, or refused. */
export class ContactCentreError extends AtlasError {
  override readonly name = 'ContactCentreError';
  override readonly code = 'CONTACT_CENTRE';

  constructor(operation: string, cause: unknown) {
    const retryable = isThrottle(cause) || isTransient(cause);
    super(`Amazon Connect ${retryable ? 'did not answer' : 'refused'} ${operation}.`, {
      ...{ retryable, cause },
      details: { operation },
    });
  }
}

import { AtlasError } from '@atlas-engine/domain';

/** A stack cannot be synthesized as it is written; the message says what to change. */
export class InvalidStackError extends AtlasError {
  override readonly name = 'InvalidStackError';
  readonly code = 'INVALID_STACK';

  constructor(message: string) {
    super(message, { retryable: false });
  }
}

import { AtlasError } from '@atlas-engine/domain';

/** A metric that CloudWatch would drop without a word. */
export class InvalidMetricError extends AtlasError {
  override readonly name = 'InvalidMetricError';
  readonly code = 'INVALID_METRIC';

  constructor(message: string) {
    super(message, { retryable: false });
  }
}

import { AtlasError } from '@atlas-engine/domain';

/** The environment of the function is not what it needs. The message names each variable and what is allowed, never a value. */
export class ConfigurationError extends AtlasError {
  override readonly name = 'ConfigurationError';
  readonly code = 'CONFIGURATION';

  constructor(message: string, variables: readonly string[]) {
    super(message, { retryable: false, details: { variables: variables.join(', ') } });
  }
}

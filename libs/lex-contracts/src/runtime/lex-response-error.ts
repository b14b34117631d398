import { AtlasError } from '@atlas-engine/domain';

/** An answer would break Lex's contract. Names the fields and what is allowed, never what was said. */
export class LexResponseError extends AtlasError {
  override readonly name = 'LexResponseError';
  readonly code = 'LEX_RESPONSE';

  constructor(problems: readonly string[]) {
    super(`The answer to Lex is not one that it takes: ${problems.join('; ')}.`, { retryable: false });
  }
}

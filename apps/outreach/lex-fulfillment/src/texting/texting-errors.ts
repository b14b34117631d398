import { AtlasError } from '@atlas-engine/domain';

const reasonOf = (cause: unknown): string => (cause instanceof Error ? cause.name : 'unknown');

/** Lex gave no answer or asks for less load; the same text may be put to it again. */
export class BotUnavailableError extends AtlasError {
  override readonly name = 'BotUnavailableError';
  readonly code = 'BOT_UNAVAILABLE';

  constructor(cause: unknown) {
    super('Lex did not take the text.', { retryable: true, details: { reason: reasonOf(cause) }, cause });
  }
}

/** Lex refuses for good: the alias is missing or the function may not use it. */
export class BotRefusedError extends AtlasError {
  override readonly name = 'BotRefusedError';
  readonly code = 'BOT_REFUSED';

  constructor(cause: unknown) {
    const reason = reasonOf(cause);
    super(
      `Lex refused the text (${reason}). Check TEXT_BOT_ID, TEXT_BOT_ALIAS_ID and the function's policy.`,
      {
        retryable: false,
        details: { reason },
        cause,
      },
    );
  }
}

/** SNS did not take a text, or refuses it for good. The message stays in the queue either way. */
export class TextNotSentError extends AtlasError {
  override readonly name = 'TextNotSentError';
  readonly code = 'TEXT_NOT_SENT';

  constructor(cause: unknown, retryable: boolean) {
    const reason = reasonOf(cause);
    super(`SNS did not send the text (${reason}).`, { retryable, details: { reason }, cause });
  }
}

import { AtlasError } from '@atlas-engine/domain';

const reasonOf = (cause: unknown): string => (cause instanceof Error ? cause.name : 'unknown');

/** Amazon Connect has as many chats as it may have, or is asked too often. */
export class ChatsFullError extends AtlasError {
  override readonly name = 'ChatsFullError';
  readonly code = 'CHATS_FULL';

  constructor(cause: unknown) {
    super('Amazon Connect has no room for another chat.', {
      retryable: true,
      details: { reason: reasonOf(cause) },
      cause,
    });
  }
}

/** Amazon Connect gave no certain answer; asking again with the same token is safe. */
export class ChatUnavailableError extends AtlasError {
  override readonly name = 'ChatUnavailableError';
  readonly code = 'CHAT_UNAVAILABLE';

  constructor(cause: unknown) {
    super('Amazon Connect did not start the chat.', {
      retryable: true,
      details: { reason: reasonOf(cause) },
      cause,
    });
  }
}

/** Amazon Connect refuses for good: the instance, its flow or the function's policy is not as it should be. */
export class ChatRefusedError extends AtlasError {
  override readonly name = 'ChatRefusedError';
  readonly code = 'CHAT_REFUSED';

  constructor(cause: unknown) {
    const reason = reasonOf(cause);
    super(
      `Amazon Connect refused the chat (${reason}). Check CONNECT_INSTANCE_ID, CONNECT_CHAT_FLOW_ID and the function's policy.`,
      { retryable: false, details: { reason }, cause },
    );
  }
}

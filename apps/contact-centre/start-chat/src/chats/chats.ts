import type { HandOffChat } from '@atlas-engine/interaction-store';

export interface NewChat {
  /** Asking again with the same gives the same chat while that goes on. */
  readonly token: string;
  readonly displayName: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Written in the customer's name. */
  readonly firstMessage: string | undefined;
}

/** Where people chat. */
export interface Chats {
  /** @throws ChatsFullError, ChatUnavailableError, ChatRefusedError */
  readonly start: (chat: NewChat) => Promise<HandOffChat>;
}

import type { PersonChat } from '../conversation/state.ts';
import type { ChatItem } from './chat-item.ts';

/** A chat of Amazon Connect that this browser takes part in. */
export interface ChatLink {
  /** Gives the id of the message. */
  readonly send: (text: string) => Promise<string>;
  readonly typing: () => Promise<void>;
  /** Everything since the chat began, oldest first. */
  readonly transcript: () => Promise<readonly ChatItem[]>;
  /** Ends the chat for the customer. */
  readonly leave: () => Promise<void>;
}

/** Who hears what happens in a chat. */
export interface ChatHearer {
  readonly onItem: (item: ChatItem) => void;
  readonly onTyping: () => void;
  /** The agent has read this message. */
  readonly onRead: (messageId: string) => void;
  readonly onEnded: () => void;
  readonly onBroken: () => void;
  readonly onEstablished: () => void;
}

/** Takes part in a chat, also again after a reload. @throws ChatProblem */
export type JoinChat = (chat: PersonChat, hearer: ChatHearer) => Promise<ChatLink>;

/** Who wrote a message. */
export type ChatRole = 'CUSTOMER' | 'AGENT' | 'SYSTEM' | 'BOT';

export interface ChatAttachment {
  readonly id: string;
  readonly name: string;
  readonly type: string;
}

/** One message of a chat. All of it is somebody's text: it is shown as text. */
export interface ChatMessage {
  readonly id: string;
  readonly role: ChatRole;
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly text: string;
  readonly attachments: readonly ChatAttachment[];
}

export type ChatEvent =
  | { readonly type: 'messages'; readonly messages: readonly ChatMessage[] }
  | { readonly type: 'typing'; readonly role: ChatRole; readonly at: number }
  | { readonly type: 'receipt'; readonly messageId: string; readonly kind: 'delivered' | 'read' }
  | { readonly type: 'connection'; readonly up: boolean }
  | { readonly type: 'ended' };

/** Characters of one message that Amazon Connect takes: `SendMessage`, content type text/plain. */
export const longestMessage = 1024;

/**
 * The agent's side of the chats.
 *
 * @throws {ConnectError} by every command.
 */
export interface ChatPort {
  /** Joins a chat and answers with events from its first message on. Returns how to stop. */
  readonly join: (contactId: string, listener: (event: ChatEvent) => void) => Promise<() => void>;
  /** @returns the id that the service gave the message. */
  readonly send: (contactId: string, text: string) => Promise<string>;
  readonly typing: (contactId: string) => Promise<void>;
  readonly attach: (contactId: string, file: File) => Promise<void>;
  readonly download: (contactId: string, attachmentId: string) => Promise<Blob>;
}

import { deterministicUuid } from '@atlas-engine/simulation';
import type { ContactState } from '../contact.ts';

export type ChatRole = 'CUSTOMER' | 'AGENT' | 'SYSTEM';

/** Somebody in a chat. Times are epoch milliseconds; who has not joined yet can read, and write nothing. */
export interface ChatParticipant {
  readonly id: string;
  readonly role: ChatRole;
  readonly displayName: string;
  readonly agentId?: string | undefined;
  readonly joinedAt?: number | undefined;
  readonly leftAt?: number | undefined;
}

/** When a message reached another participant, and when they read it. */
export interface ChatReceipt {
  readonly participantId: string;
  readonly deliveredAt?: number | undefined;
  readonly readAt?: number | undefined;
}

export interface ChatAttachment {
  readonly id: string;
  readonly name: string;
  readonly contentType: string;
  readonly size: number;
}

/** One entry of a chat's transcript. */
export interface ChatItem {
  readonly id: string;
  readonly at: number;
  readonly type: 'MESSAGE' | 'EVENT' | 'ATTACHMENT' | 'MESSAGEMETADATA';
  readonly contentType: string;
  readonly content?: string | undefined;
  readonly participantId?: string | undefined;
  readonly displayName?: string | undefined;
  readonly role?: ChatRole | undefined;
  readonly attachments?: readonly ChatAttachment[] | undefined;
  readonly receipts?: readonly ChatReceipt[] | undefined;
  /** The message that a receipt is about. */
  readonly about?: string | undefined;
}

/** What a simulated agent does next. */
export type ChatReply =
  { readonly kind: 'types' } | { readonly kind: 'leaves' } | { readonly kind: 'says'; readonly text: string };

/** A chat as its contact keeps it. */
export interface Chat {
  readonly participants: readonly ChatParticipant[];
  readonly items: readonly ChatItem[];
  /** Content types that messages may have. */
  readonly contentTypes: readonly string[];
  /** What the customer wrote while the bot was thinking. */
  readonly unheard: readonly string[];
  /** How often a simulated agent has answered. */
  readonly replies: number;
  /** Answers given to client tokens: token to item. */
  readonly tokens: Readonly<Record<string, string>>;
  readonly initialMessage?: { readonly content: string; readonly contentType: string } | undefined;
}

const event = 'application/vnd.amazonaws.connect.event';

/** Content types of events, as the participant service names them. */
export const chatEvents = {
  joined: `${event}.participant.joined`,
  left: `${event}.participant.left`,
  ended: `${event}.chat.ended`,
  typing: `${event}.typing`,
  acknowledged: `${event}.connection.acknowledged`,
  delivered: `${event}.message.delivered`,
  read: `${event}.message.read`,
  metadata: `${event}.message.metadata`,
  transferSucceeded: `${event}.transfer.succeeded`,
  transferFailed: `${event}.transfer.failed`,
} as const;

/** @throws RangeError for a contact that is no chat */
export function chatOf({ chat }: ContactState): Chat {
  if (chat === undefined) throw new RangeError('a contact that is no chat');
  return chat;
}

export const withChat = (contact: ContactState, change: Partial<Chat>): ContactState => ({
  ...contact,
  chat: { ...chatOf(contact), ...change },
});

export const newItemId = (contact: ContactState, purpose = 'item'): string =>
  deterministicUuid('chat', contact.id, purpose, String(chatOf(contact).items.length));

type NewItem = Pick<ChatItem, 'type' | 'contentType'> & Partial<ChatItem>;

/** A contact with one more entry in its transcript. */
export function withItem(contact: ContactState, item: NewItem, at: number): ContactState {
  const { items } = chatOf(contact);
  return withChat(contact, { items: [...items, { id: newItemId(contact), at, ...item }] });
}

/** What an entry says of who made it. */
export const madeBy = ({ id, displayName, role }: ChatParticipant) => ({
  participantId: id,
  displayName,
  role,
});

export const findParticipant = (contact: ContactState, id: string): ChatParticipant | undefined =>
  contact.chat?.participants.find((each) => each.id === id);

export const customerOf = (contact: ContactState): ChatParticipant | undefined =>
  contact.chat?.participants.find(({ role }) => role === 'CUSTOMER');

/** The agent who is in the chat now. */
export const agentOf = (contact: ContactState): ChatParticipant | undefined =>
  contact.chat?.participants.findLast((each) => each.role === 'AGENT' && isPresent(each));

export const isPresent = ({ joinedAt, leftAt }: ChatParticipant): boolean =>
  joinedAt !== undefined && leftAt === undefined;

/** A system message: the flow speaks as `SYSTEM_MESSAGE`, a Lex bot as `BOT`. Nothing is written for an empty text. */
export const withSystemMessage = (
  contact: ContactState,
  { text, speaker }: { readonly text: string; readonly speaker: 'BOT' | 'SYSTEM_MESSAGE' },
  at: number,
): ContactState =>
  text === ''
    ? contact
    : withItem(
        contact,
        {
          type: 'MESSAGE',
          contentType: 'text/plain',
          content: text,
          participantId: deterministicUuid('chat', contact.id, speaker),
          displayName: speaker,
          role: 'SYSTEM',
        },
        at,
      );

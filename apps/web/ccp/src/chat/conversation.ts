import { omit } from '../omit.ts';
import type { ChatEvent, ChatMessage, ChatRole } from './chat-port.ts';

/** A message as it is shown: the agent's own may still be on its way. */
export interface ShownMessage extends ChatMessage {
  readonly delivery?: 'sending' | 'sent' | 'delivered' | 'read' | 'failed';
}

export interface Conversation {
  /** Oldest first. */
  readonly messages: readonly ShownMessage[];
  readonly unread: number;
  /** When somebody else last typed, milliseconds of the page's clock. */
  readonly typing?: { readonly role: ChatRole; readonly at: number };
  readonly up: boolean;
  readonly ended: boolean;
}

export type ConversationEvent =
  | ChatEvent
  | { readonly type: 'sending'; readonly message: ChatMessage }
  | { readonly type: 'sent'; readonly pendingId: string; readonly id: string }
  | { readonly type: 'send-failed'; readonly pendingId: string }
  | { readonly type: 'discarded'; readonly pendingId: string }
  | { readonly type: 'read' };

export const emptyConversation: Conversation = { messages: [], unread: 0, up: true, ended: false };

type Of<Type extends ConversationEvent['type']> = Extract<ConversationEvent, { type: Type }>;
type Rules = {
  readonly [Type in ConversationEvent['type']]: (state: Conversation, event: Of<Type>) => Conversation;
};

const rules: Rules = {
  messages: (state, { messages }) => withMessages(state, messages),
  typing: (state, { role, at }) => (role === 'AGENT' ? state : { ...state, typing: { role, at } }),
  receipt: (state, { messageId, kind }) =>
    mapped(state, messageId, (message) => ({ ...message, delivery: kind })),
  connection: (state, { up }) => ({ ...state, up }),
  ended: (state) => ({ ...omit(state, 'typing'), ended: true }),
  sending: (state, { message }) => ({
    ...state,
    messages: [...state.messages, { ...message, delivery: 'sending' }],
  }),
  sent: (state, { pendingId, id }) => sent(state, pendingId, id),
  'send-failed': (state, { pendingId }) =>
    mapped(state, pendingId, (message) => ({ ...message, delivery: 'failed' })),
  discarded: (state, { pendingId }) => ({
    ...state,
    messages: state.messages.filter(({ id }) => id !== pendingId),
  }),
  read: (state) => (state.unread === 0 ? state : { ...state, unread: 0 }),
};

/** The next state of a conversation: pure. Messages may come twice and in any order. */
export const reduceConversation = (state: Conversation, event: ConversationEvent): Conversation =>
  (rules[event.type] as (state: Conversation, event: ConversationEvent) => Conversation)(state, event);

function withMessages(state: Conversation, arrived: readonly ChatMessage[]): Conversation {
  const known = new Map(state.messages.map((message) => [message.id, message]));
  const news = arrived.filter(({ id }) => !known.has(id));
  if (news.length === 0) return state;
  for (const message of news) {
    known.set(message.id, message.role === 'AGENT' ? { ...message, delivery: 'sent' } : message);
  }
  const fromOthers = news.filter(({ role }) => role === 'CUSTOMER').length;
  const messages = [...known.values()].sort((a, b) => a.at - b.at);
  const next = { ...state, messages, unread: state.unread + fromOthers };
  return fromOthers > 0 ? omit(next, 'typing') : next;
}

const mapped = (
  state: Conversation,
  id: string,
  change: (message: ShownMessage) => ShownMessage,
): Conversation => ({
  ...state,
  messages: state.messages.map((message) => (message.id === id ? change(message) : message)),
});

/** The service's echo may have come before its answer: then the pending message goes away. */
function sent(state: Conversation, pendingId: string, id: string): Conversation {
  const echoed = state.messages.some((message) => message.id === id);
  return echoed
    ? { ...state, messages: state.messages.filter((message) => message.id !== pendingId) }
    : mapped(state, pendingId, (message) => ({ ...message, id, delivery: 'sent' }));
}

import { createStore, type Store } from '../store.ts';
import type { ChatPort } from './chat-port.ts';
import {
  emptyConversation,
  reduceConversation,
  type Conversation,
  type ConversationEvent,
} from './conversation.ts';

export interface Conversations {
  readonly store: Store<Readonly<Record<string, Conversation>>>;
  /** Joins a chat once; a chat that could not be joined may be joined again. */
  readonly join: (contactId: string) => Promise<void>;
  readonly send: (contactId: string, text: string) => Promise<void>;
  /** Sends a message that failed once more. */
  readonly resend: (contactId: string, messageId: string) => Promise<void>;
  /** Tells the customer that the agent types, at most every few seconds. */
  readonly typing: (contactId: string) => void;
  readonly attach: (contactId: string, file: File) => Promise<void>;
  readonly download: (contactId: string, attachmentId: string) => Promise<Blob>;
  readonly markRead: (contactId: string) => void;
  readonly keep: (contactIds: readonly string[]) => void;
}

/** Milliseconds between two signs that the agent types. */
const typingEvery = 4000;

/** The agent's chats. */
export function createConversations(port: ChatPort, now: () => number): Conversations {
  const store = createStore<Readonly<Record<string, Conversation>>>({});
  const joined = new Map<string, () => void>();
  const typedAt = new Map<string, number>();
  let pending = 0;
  const tell = (contactId: string, event: ConversationEvent) => {
    const before = store.get()[contactId] ?? emptyConversation;
    const after = reduceConversation(before, event);
    if (after !== before) store.set({ ...store.get(), [contactId]: after });
  };
  const deliver = async (contactId: string, text: string): Promise<void> => {
    pending += 1;
    const pendingId = `pending-${String(pending)}`;
    const message = { id: pendingId, role: 'AGENT', name: '', at: now(), text, attachments: [] } as const;
    tell(contactId, { type: 'sending', message });
    try {
      tell(contactId, { type: 'sent', pendingId, id: await port.send(contactId, text) });
    } catch (error) {
      tell(contactId, { type: 'send-failed', pendingId });
      throw error;
    }
  };
  return {
    store,
    join: async (contactId) => {
      if (joined.has(contactId)) return;
      joined.set(contactId, () => undefined);
      try {
        joined.set(contactId, await port.join(contactId, (event) => tell(contactId, event)));
      } catch (error) {
        joined.delete(contactId);
        throw error;
      }
    },
    send: deliver,
    resend: async (contactId, messageId) => {
      const message = store.get()[contactId]?.messages.find(({ id }) => id === messageId);
      if (message?.delivery !== 'failed') return;
      tell(contactId, { type: 'discarded', pendingId: messageId });
      await deliver(contactId, message.text);
    },
    typing: (contactId) => {
      if (now() - (typedAt.get(contactId) ?? -Infinity) < typingEvery) return;
      typedAt.set(contactId, now());
      // A sign of typing that is lost is no loss.
      port.typing(contactId).catch(() => undefined);
    },
    attach: (contactId, file) => port.attach(contactId, file),
    download: (contactId, attachmentId) => port.download(contactId, attachmentId),
    markRead: (contactId) => {
      tell(contactId, { type: 'read' });
    },
    keep: (contactIds) => {
      for (const [contactId, leave] of joined) {
        if (contactIds.includes(contactId)) continue;
        leave();
        joined.delete(contactId);
      }
      const kept = Object.entries(store.get()).filter(([id]) => contactIds.includes(id));
      if (kept.length < Object.keys(store.get()).length) store.set(Object.fromEntries(kept));
    },
  };
}

import { isRecord, newRequestId } from '@atlas-engine/aws-wire';
import type { ContactState } from '../contact.ts';
import { type ChatItem, chatOf, isPresent } from './chat.ts';
import { itemOnWire } from './item-on-wire.ts';
import type { Present } from './participant-tokens.ts';

/** A websocket, whoever opened it. */
export interface ChatSocket {
  send(data: string): void;
  close(code?: number, reason?: string): void;
  on(event: 'message', listener: (data: unknown) => void): unknown;
  on(event: 'close', listener: () => void): unknown;
}

const chatTopic = 'aws/chat';

interface Listener {
  readonly socket: ChatSocket;
  contactId: string;
  readonly participantId: string;
  isSubscribed: boolean;
}

/** An entry as a chat's websocket, and the control panel of an agent, carry it. */
export const messageOnTopic = (contact: ContactState, item: ChatItem) => ({
  topic: chatTopic,
  contentType: 'application/json',
  content: JSON.stringify({
    ...itemOnWire(item),
    InitialContactId: contact.initialContactId ?? contact.id,
    ContactId: contact.id,
  }),
});

/** The websockets of the chats' participants, as amazon-connect-chatjs and the SDK's users speak to them. */
export interface ChatSockets {
  open(by: Present, socket: ChatSocket): void;
  publish(contact: ContactState, item: ChatItem): void;
  /** A participant goes on in another contact, with their connections. */
  move(from: { readonly contactId: string; readonly participantId: string }, contactId: string): void;
  /** Ends the connections of whoever has left. */
  closeLeft(contact: ContactState): void;
}

export function createChatSockets(): ChatSockets {
  const listeners = new Set<Listener>();
  const send = ({ socket }: Listener, message: unknown): void => socket.send(JSON.stringify(message));

  const answers: Readonly<Record<string, (listener: Listener, content: unknown) => object>> = {
    'aws/heartbeat': () => ({}),
    'aws/ping': () => ({ statusCode: 200, statusContent: 'OK' }),
    'aws/subscribe': (listener, content) => {
      const wanted = topicsOf(content);
      const isKnown = wanted.length > 0 && wanted.every((topic) => topic === chatTopic);
      if (isKnown) listener.isSubscribed = true;
      return { content: { status: isKnown ? 'success' : 'failure', topics: wanted } };
    },
    'aws/unsubscribe': (listener, content) => {
      const wanted = topicsOf(content);
      if (wanted.includes(chatTopic)) listener.isSubscribed = false;
      return { content: { status: 'success', topics: wanted } };
    },
  };

  const answer = (listener: Listener, data: unknown): void => {
    const message = read(data);
    const topic = typeof message?.['topic'] === 'string' ? message['topic'] : '';
    const requestId = newRequestId();
    const said = answers[topic]?.(listener, message?.['content']);
    send(
      listener,
      said === undefined ? { message: 'Forbidden', connectionId: requestId, requestId } : { topic, ...said },
    );
  };

  return {
    open({ contact, participant }, socket) {
      const listener: Listener = {
        socket,
        contactId: contact.id,
        participantId: participant.id,
        isSubscribed: false,
      };
      listeners.add(listener);
      socket.on('message', (data) => {
        answer(listener, data);
      });
      socket.on('close', () => void listeners.delete(listener));
    },
    publish(contact, item) {
      const message = messageOnTopic(contact, item);
      for (const listener of listeners) {
        if (listener.contactId === contact.id && listener.isSubscribed) send(listener, message);
      }
    },
    move(from, contactId) {
      for (const listener of listeners) {
        const isTheirs =
          listener.contactId === from.contactId && listener.participantId === from.participantId;
        if (isTheirs) listener.contactId = contactId;
      }
    },
    closeLeft(contact) {
      for (const listener of listeners) {
        if (listener.contactId !== contact.id) continue;
        const participant = chatOf(contact).participants.find(({ id }) => id === listener.participantId);
        if (participant === undefined || !isPresent(participant))
          listener.socket.close(1000, 'The chat is over');
      }
    },
  };
}

function topicsOf(content: unknown): readonly string[] {
  const topics = isRecord(content) ? content['topics'] : undefined;
  return Array.isArray(topics) ? topics.filter((topic) => typeof topic === 'string') : [];
}

function read(data: unknown): Record<string, unknown> | undefined {
  try {
    const parsed: unknown = JSON.parse(String(data));
    return isRecord(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

import { randomBytes } from 'node:crypto';
import type { ServiceDouble } from '@atlas-engine/aws-wire';
import { type Collection, type SimulationClock, type StateStore } from '@atlas-engine/simulation';
import type { ContactState } from '../contact.ts';
import type { ContactLife, ContactWatch } from '../life/contact-life.ts';
import { only } from '../life/stage.ts';
import type { ConnectResources } from '../resources.ts';
import { type AttachmentStorage, createAttachments } from './attachments.ts';
import { type ChatItem, customerOf } from './chat.ts';
import { createChatSockets, messageOnTopic } from './chat-sockets.ts';
import { createConversation } from './conversation.ts';
import { createParticipantService } from './participant-service.ts';
import { createParticipantTokens, type ParticipantTokens } from './participant-tokens.ts';
import { agentParticipantId, withAgent } from './presence.ts';
import { agentIsGone, withoutCustomer } from './transfer.ts';

/** What chats need of the cloud. */
export interface ChatPorts {
  readonly attachments: AttachmentStorage;
  /** Where the local cloud is reached, e.g. `http://127.0.0.1:4566`. */
  readonly url: () => string;
}

export interface ChatsOptions {
  readonly clock: SimulationClock;
  readonly store: StateStore;
  readonly contacts: Collection<ContactState>;
  readonly resources: ConnectResources;
  readonly ports: ChatPorts;
  /** Asked late: contacts and chats know each other. */
  readonly life: () => ContactLife;
}

/** An entry of a chat as it appears, in the form that control panels pass on to pages. */
export interface ChatNews {
  readonly contactId: string;
  readonly message: ReturnType<typeof messageOnTopic>;
}

export interface Chats {
  /** The participant service, on the wire and by websocket. */
  readonly service: ServiceDouble;
  readonly tokens: ParticipantTokens;
  readonly watch: ContactWatch;
  /** Lets an agent speak in a chat that they are offered or have. */
  agentToken(chat: {
    readonly contactId: string;
    readonly agentId: string;
    readonly displayName: string;
  }): Promise<{ readonly participantToken: string; readonly participantId: string; readonly expiry: string }>;
  /** The token that an agent's leg of a chat carries, which counts once the agent may speak; empty when the chat is over. */
  agentAuthentication(contactId: string, agentId: string): string;
  /** Lets the customer of a chat go on in the contact that it was transferred to, which has begun. */
  transfer(contactId: string, toContactId: string): Promise<void>;
  /** Tells of every entry of every chat, until the returned function is called. */
  onNews(listener: (news: ChatNews) => void): () => void;
}

const newItems = ({ chat }: ContactState, before: ContactState | undefined): readonly ChatItem[] =>
  chat?.items.slice(before?.chat?.items.length ?? 0) ?? [];

/** A day, as an agent's token holds. */
const agentTokenHolds = 24 * 3600 * 1000;

export function createChats({ clock, store, contacts, resources, ports, life }: ChatsOptions): Chats {
  const tokens = createParticipantTokens(store, clock, contacts);
  const sockets = createChatSockets();
  const listeners = new Set<(news: ChatNews) => void>();
  const late: Pick<ContactLife, 'act'> = { act: (contactId, step) => life().act(contactId, step) };
  const conversation = createConversation({ contacts, life: late });
  const attachments = createAttachments({
    clock,
    store,
    resources,
    storage: ports.attachments,
    newSecret: () => randomBytes(32).toString('base64url'),
  });

  const tell = (contact: ContactState, item: ChatItem): void => {
    sockets.publish(contact, item);
    const news = { contactId: contact.id, message: messageOnTopic(contact, item) };
    for (const listener of listeners) listener(news);
  };

  return {
    tokens,
    service: createParticipantService({
      ...{ clock, tokens, sockets, conversation, attachments },
      life: late,
      url: ports.url,
    }),
    watch: {
      changed(contact, before) {
        for (const item of newItems(contact, before)) tell(contact, item);
        if (contact.chat === undefined) return;
        if (contact.disconnectedAt === undefined || before?.disconnectedAt !== undefined) return;
        sockets.closeLeft(contact);
        tokens.forget(contact.id);
      },
      passing: tell,
    },
    async agentToken({ contactId, agentId, displayName }) {
      await life().act(contactId, (contact) =>
        only(contact.chat === undefined ? contact : withAgent(contact, { id: agentId, name: displayName })),
      );
      const participantId = agentParticipantId(contactId, agentId);
      return {
        participantId,
        participantToken: tokens.participantToken({ contactId, participantId }),
        expiry: new Date(clock.now() + agentTokenHolds).toISOString(),
      };
    },
    agentAuthentication(contactId, agentId) {
      const contact = contacts.get(contactId);
      if (contact === undefined || contact.disconnectedAt !== undefined) return '';
      return tokens.participantToken({ contactId, participantId: agentParticipantId(contactId, agentId) });
    },
    async transfer(contactId, toContactId) {
      const customer = contacts.get(contactId);
      const participantId = customer && customerOf(customer)?.id;
      if (participantId === undefined) return;
      tokens.move({ contactId, participantId }, toContactId);
      sockets.move({ contactId, participantId }, toContactId);
      await life().act(toContactId, (contact, { now }) => only(agentIsGone(contact, now)));
      await life().act(contactId, (contact) => only(withoutCustomer(contact)));
    },
    onNews(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

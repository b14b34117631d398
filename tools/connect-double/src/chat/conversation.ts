import { invalidField } from '@atlas-engine/aws-wire';
import type { Collection } from '@atlas-engine/simulation';
import { type ContactState, withoutDues } from '../contact.ts';
import { agentLeaves } from '../life/agents.ts';
import type { ContactLife } from '../life/contact-life.ts';
import { leave } from '../life/leave.ts';
import { only, type Stage, type Step } from '../life/stage.ts';
import { tellBot } from './chat-bot.ts';
import {
  type ChatItem,
  type ChatParticipant,
  chatOf,
  findParticipant,
  isPresent,
  madeBy,
  newItemId,
  withChat,
  withItem,
} from './chat.ts';
import { readable } from './message-content.ts';
import { accessDenied, type Present } from './participant-tokens.ts';
import { leaveChat } from './presence.ts';
import { receiptOf } from './receipts.ts';
import { answerInChat } from './agent-script.ts';

export interface ConversationOptions {
  readonly contacts: Collection<ContactState>;
  readonly life: Pick<ContactLife, 'act'>;
}

type Entry = Pick<ChatItem, 'type' | 'contentType'> & Partial<ChatItem>;

/** What participants do in their chats. */
export interface Conversation {
  /** Adds an entry; the same client token gives the entry of the first time. */
  add(by: Present, entry: Entry, clientToken: string | undefined): Promise<ChatItem>;
  /** Shows something that is kept nowhere. */
  pass(by: Present, contentType: string): Promise<ChatItem>;
  /** A message has reached, or been read by, another than its writer. @throws AwsError ValidationException */
  acknowledge(
    by: Present,
    receipt: { readonly messageId: string; readonly read: boolean },
  ): Promise<ChatItem>;
  leave(by: Present): Promise<void>;
}

export function createConversation({ contacts, life }: ConversationOptions): Conversation {
  const act = async (
    { contact, participant }: Present,
    step: (contact: ContactState, who: ChatParticipant, stage: Stage) => Step,
  ): Promise<ContactState> => {
    await life.act(contact.id, (current, stage) => {
      const who = findParticipant(current, participant.id);
      // Who was only offered the chat has nothing to say in it yet.
      if (who === undefined || !isPresent(who)) throw accessDenied();
      return step(current, who, stage);
    });
    return contacts.get(contact.id) ?? contact;
  };
  const itemIn = (contact: ContactState, id: string): ChatItem | undefined =>
    chatOf(contact).items.find((each) => each.id === id);

  return {
    async add(by, entry, clientToken) {
      const token = clientToken === undefined ? undefined : `${by.participant.id}/${clientToken}`;
      const known = token === undefined ? undefined : chatOf(by.contact).tokens[token];
      const before = known === undefined ? undefined : itemIn(by.contact, known);
      if (before !== undefined) return before;
      let added = '';
      const after = await act(by, (contact, who, stage) => {
        added = newItemId(contact);
        const tokens = token === undefined ? {} : { [token]: added };
        const noted = withChat(contact, { tokens: { ...chatOf(contact).tokens, ...tokens } });
        const written = withItem(noted, { ...entry, ...madeBy(who) }, stage.now);
        return only(who.role === 'CUSTOMER' ? heard(written, entry, stage) : written);
      });
      return itemIn(after, added) ?? { ...entry, id: added, at: 0 };
    },
    async pass(by, contentType) {
      let item: ChatItem = { id: '', at: 0, type: 'EVENT', contentType };
      await act(by, (contact, who, { now }) => {
        item = {
          ...item,
          id: newItemId(contact, `${contentType}/${who.id}/${now}`),
          at: now,
          ...madeBy(who),
        };
        return { contact, effects: [{ kind: 'passing', item }] };
      });
      return item;
    },
    async acknowledge(by, { messageId, read }) {
      let item: ChatItem | undefined;
      await act(by, (contact, who, { now }) => {
        const message = itemIn(contact, messageId);
        if (message?.type !== 'MESSAGE')
          throw invalidField('Content', 'messageId must name a message of this chat');
        const receipted = receiptOf(message, { participantId: who.id, read, now });
        item = { ...receipted.news, id: newItemId(contact, `receipt/${messageId}/${who.id}/${now}`) };
        const items = chatOf(contact).items.map((each) => (each.id === messageId ? receipted.message : each));
        return { contact: withChat(contact, { items }), effects: [{ kind: 'passing', item }] };
      });
      if (item === undefined) throw accessDenied();
      return item;
    },
    async leave(by) {
      await act(by, (contact, who, stage) =>
        who.role === 'CUSTOMER'
          ? leave(leaveChat(contact, who.id, stage.now), 'CUSTOMER_DISCONNECT', stage)
          : agentLeaves(withoutDues(contact, 'left', 'chat-reply'), stage),
      );
    },
  };
}

/** A customer's words go to the bot that they talk to, or to the simulated agent. People read for themselves. */
function heard(
  contact: ContactState,
  { type, content = '', contentType }: Entry,
  stage: Stage,
): ContactState {
  const listener = type === 'MESSAGE' ? listenerOf(contact) : undefined;
  return listener?.(contact, readable({ content, contentType }), stage) ?? contact;
}

function listenerOf({ agent, flow }: ContactState): typeof tellBot | undefined {
  if (agent?.connectedAt !== undefined) return agent.isPerson === true ? undefined : answerInChat;
  return flow?.ask?.kind === 'bot' ? tellBot : undefined;
}

import type { ContactState } from '../contact.ts';
import { agentOf, chatEvents, chatOf, customerOf, madeBy, withChat, withItem } from './chat.ts';
import { leaveChat } from './presence.ts';

/** What a chat brings into the contact that it is transferred to: all that was written, and the time that it has left. */
export const transferredChat = (contact: ContactState): Pick<ContactState, 'chat' | 'dues'> =>
  contact.chat === undefined
    ? { dues: [] }
    : {
        chat: { ...contact.chat, unheard: [], replies: 0, initialMessage: undefined },
        dues: contact.dues.filter(({ kind }) => kind === 'chat-over'),
      };

/** In the new contact, the customer sees that the agent has left, and why. */
export function agentIsGone(contact: ContactState, now: number): ContactState {
  const agent = agentOf(contact);
  if (agent === undefined) return contact;
  const left = leaveChat(contact, agent.id, now);
  return withItem(left, { type: 'EVENT', contentType: chatEvents.transferSucceeded, ...madeBy(agent) }, now);
}

/** The former contact, whose customer is in another one now. */
export const withoutCustomer = (contact: ContactState): ContactState =>
  withChat(contact, {
    participants: chatOf(contact).participants.filter(({ id }) => id !== customerOf(contact)?.id),
  });

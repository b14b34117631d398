import { deterministicUuid } from '@atlas-engine/simulation';
import type { ContactState } from '../contact.ts';
import { chatEvents, chatOf, type ChatParticipant, isPresent, madeBy, withChat, withItem } from './chat.ts';

const withParticipant = (contact: ContactState, changed: ChatParticipant): ContactState =>
  withChat(contact, {
    participants: chatOf(contact).participants.map((each) => (each.id === changed.id ? changed : each)),
  });

/** The participant that an agent is, or will be, in a chat. */
export const agentParticipantId = (contactId: string, agentId: string): string =>
  deterministicUuid('chat', contactId, 'agent', agentId);

/** A chat that knows the agent to whom it was offered. */
export function withAgent(
  contact: ContactState,
  agent: { readonly id: string; readonly name: string },
): ContactState {
  const { participants } = chatOf(contact);
  const id = agentParticipantId(contact.id, agent.id);
  const offered: ChatParticipant = { id, role: 'AGENT', displayName: agent.name, agentId: agent.id };
  if (participants.some((each) => each.id === id && each.leftAt === undefined)) return contact;
  return withChat(contact, {
    // Who was offered it before, and did not take it, is out of it.
    participants: [
      ...participants.filter((each) => each.role !== 'AGENT' || each.joinedAt !== undefined),
      offered,
    ],
  });
}

/** A participant joins, which the others see. */
export function joinChat(contact: ContactState, participantId: string, at: number): ContactState {
  const participant = chatOf(contact).participants.find(({ id }) => id === participantId);
  if (participant === undefined || isPresent(participant)) return contact;
  const joined = withParticipant(contact, { ...participant, joinedAt: at });
  return withItem(joined, { type: 'EVENT', contentType: chatEvents.joined, ...madeBy(participant) }, at);
}

/** A participant leaves, which the others see. */
export function leaveChat(contact: ContactState, participantId: string, at: number): ContactState {
  const participant = chatOf(contact).participants.find(({ id }) => id === participantId);
  if (participant === undefined || participant.leftAt !== undefined) return contact;
  const left = withParticipant(contact, { ...participant, leftAt: at });
  if (participant.joinedAt === undefined) return left;
  return withItem(left, { type: 'EVENT', contentType: chatEvents.left, ...madeBy(participant) }, at);
}

/** Everybody has left, and the chat is over. */
export function endChat(contact: ContactState, at: number): ContactState {
  const alone = chatOf(contact).participants.reduce((chat, { id }) => leaveChat(chat, id, at), contact);
  return withItem(alone, { type: 'EVENT', contentType: chatEvents.ended }, at);
}

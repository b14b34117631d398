import type { ContactState } from '../contact.ts';
import type { Stage } from '../life/stage.ts';
import { customerOf, madeBy, withItem } from './chat.ts';
import { joinChat } from './presence.ts';

/** A chat begins: its customer is there, with what they have said before, if anything. Nothing for other contacts. */
export function beginChat(contact: ContactState, { now }: Pick<Stage, 'now'>): ContactState {
  const customer = customerOf(contact);
  if (customer === undefined) return contact;
  const joined = joinChat(contact, customer.id, now);
  const first = contact.chat?.initialMessage;
  return first === undefined
    ? joined
    : withItem(joined, { type: 'MESSAGE', ...first, ...madeBy(customer) }, now);
}

/** The customer has connected in time. */
export const customerConnected = (contact: ContactState): ContactState => ({
  ...contact,
  dues: contact.dues.filter(
    (due) => due.kind !== 'chat-over' || due.reason !== 'CUSTOMER_CONNECTION_NOT_ESTABLISHED',
  ),
});

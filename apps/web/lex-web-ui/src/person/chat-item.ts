import * as z from 'zod/mini';
import type { Content } from '../messages/content.ts';
import { readInteractive } from '../messages/read-interactive.ts';
import { textContent } from '../messages/read-message.ts';

const optional = z.optional(z.nullish(z.string()));

/** Something in a chat of Amazon Connect, as its websocket and its transcript carry it. */
export const chatItemSchema = z.object({
  Id: z.string(),
  Type: z.string(),
  ContentType: z.string(),
  Content: optional,
  ParticipantRole: optional,
  DisplayName: optional,
});
export type ChatItem = z.infer<typeof chatItemSchema>;

interface Said {
  readonly kind: 'said';
  readonly id: string;
  /** The bot stands for whatever is no person: flows speak, too. */
  readonly by: 'person' | 'bot';
  readonly name: string;
  readonly content: Content;
}

/** What an item means for the customer. */
export type ChatNews =
  | Said
  /** By the customer, in this browser or before a reload. */
  | { readonly kind: 'own'; readonly id: string; readonly text: string }
  | { readonly kind: 'joined'; readonly id: string; readonly name: string }
  | { readonly kind: 'left'; readonly id: string; readonly name: string }
  | { readonly kind: 'transferred'; readonly id: string }
  | { readonly kind: 'ended'; readonly id: string };

const eventPrefix = 'application/vnd.amazonaws.connect.event.';
const comings: Readonly<Record<string, 'joined' | 'left'>> = {
  [`${eventPrefix}participant.joined`]: 'joined',
  [`${eventPrefix}participant.left`]: 'left',
};
const persons = ['AGENT', 'SUPERVISOR'];

/** What an item means; undefined for what does not concern the customer. */
export const readItem = (item: ChatItem): ChatNews | undefined =>
  item.Type === 'MESSAGE' ? readSaid(item) : readEvent(item);

function readEvent({ Id: id, ContentType, ParticipantRole, DisplayName }: ChatItem): ChatNews | undefined {
  if (ContentType === `${eventPrefix}transfer.succeeded`) return { kind: 'transferred', id };
  if (ContentType === `${eventPrefix}chat.ended`) return { kind: 'ended', id };
  const kind = comings[ContentType];
  return kind && persons.includes(ParticipantRole ?? '') ? { kind, id, name: DisplayName ?? '' } : undefined;
}

function readSaid({ Id: id, Content: text, ...item }: ChatItem): ChatNews | undefined {
  if (!text) return undefined;
  if (item.ParticipantRole === 'CUSTOMER') return { kind: 'own', id, text };
  const interactive = item.ContentType.endsWith('message.interactive') ? readInteractive(text) : undefined;
  const by = persons.includes(item.ParticipantRole ?? '') ? 'person' : 'bot';
  return { kind: 'said', id, by, name: item.DisplayName ?? '', content: interactive ?? textContent(text) };
}

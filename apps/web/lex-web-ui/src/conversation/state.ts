import * as z from 'zod/mini';
import type { ProblemCode } from '../problem.ts';
import { type CustomerEntry, type Delivery, type Entry, entrySchema } from './entry.ts';

/** The bot's session, as far as the browser knows it. */
const sessionSchema = z.object({
  id: z.string(),
  /** Of the texts and the bot: `en-US`. */
  locale: z.string(),
  /** When the bot last answered; undefined before the first turn. */
  answeredAt: z.optional(z.number()),
  attributes: z.record(z.string(), z.string()),
  /** Attributes that the next turn sets. */
  pending: z.record(z.string(), z.string()),
});
export type SessionState = z.infer<typeof sessionSchema>;

/** What a chat of Amazon Connect is joined with, kept so that a reload joins it again. */
const personChatSchema = z.object({
  contactId: z.string(),
  participantId: z.string(),
  participantToken: z.string(),
});
export type PersonChat = z.infer<typeof personChatSchema>;

/** What outlives a reload. */
export const keptSchema = z.object({
  entries: z.array(entrySchema),
  session: sessionSchema,
  chat: z.optional(personChatSchema),
  isAloud: z.boolean(),
});
export type Kept = z.infer<typeof keptSchema>;

/** A person who takes over from the bot. */
export interface PersonState {
  readonly phase: 'none' | 'asking' | 'waiting' | 'talking' | 'lost';
  readonly name?: string | undefined;
}

/** Everything that the page shows. */
export interface ChatState extends Kept {
  /** Who is writing now. */
  readonly typing: 'bot' | 'person' | undefined;
  readonly isOnline: boolean;
  /** Whether the browser keeps the conversation through a reload. */
  readonly isKept: boolean;
  /** The slot that the bot asks for. */
  readonly slot: string | undefined;
  readonly person: PersonState;
  readonly voice: VoiceState;
}

/** What the microphone and the loudspeaker do, or why they do not. */
export interface VoiceState {
  readonly phase: 'off' | 'listening' | 'thinking' | 'speaking';
  /** How loud it is, 0 to 1. */
  readonly level: number;
  readonly problem?: VoiceProblem | undefined;
  /** Why the words could not be sent, when `problem` is `failed`. */
  readonly why?: ProblemCode | undefined;
}

export type VoiceProblem = 'blocked' | 'none' | 'busy' | 'silence' | 'unsupported' | 'failed';

/** Lines that are kept; older ones are forgotten. */
export const entriesKept = 200;

/** With one more line at the end. */
export const withEntry = (state: ChatState, entry: Entry): ChatState => ({
  ...state,
  entries: [...state.entries, entry].slice(-entriesKept),
});

/** With another delivery of what the customer said. */
export const withDelivery = (
  state: ChatState,
  id: string,
  { delivery, problem }: { readonly delivery: Delivery; readonly problem?: ProblemCode | undefined },
): ChatState => ({
  ...state,
  entries: state.entries.map((entry) =>
    entry.id === id && entry.from === 'customer' ? { ...entry, delivery, problem } : entry,
  ),
});

/** What the customer said, by its id. */
export const saidBy = (state: ChatState, id: string): CustomerEntry | undefined =>
  state.entries.find((entry): entry is CustomerEntry => entry.id === id && entry.from === 'customer');

/** A chat in which nothing was said. */
export const emptyState = (kept: Kept, isOnline: boolean): ChatState => ({
  ...kept,
  isOnline,
  isKept: true,
  typing: undefined,
  slot: undefined,
  person: { phase: 'none' },
  voice: { phase: 'off', level: 0 },
});

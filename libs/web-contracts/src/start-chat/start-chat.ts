import * as z from 'zod/mini';
import { matching, oneOf } from '../fields.ts';

/** The route of the start-chat API, as API Gateway writes route keys. It needs no token but the ticket in its body. */
export const startChatRoute = 'POST /api/chats';

/** Its path below `endpoints.api`. */
export const startChatPath = '/chats';

/** Entries of the conversation with the bot that may be handed on, the newest ones, and characters of each. */
export const longestHandedOn = 50;
export const longestHandedOnEntry = 1000;

/**
 * What the first message of a chat begins with when it is the conversation with the bot, handed on to the agent. The
 * customer, in whose name it is written, need not see it again.
 */
export const handedOnHeading = 'Conversation with the assistant so far:';

const bounded = (most: number) =>
  z.string().check(z.maxLength(most, `must have at most ${String(most)} characters`));

/** Hands a conversation with the bot over to people. Everything but the ticket is the customer's, and untrusted. */
export const startChatRequestSchema = z.strictObject({
  /** The session attribute `handOffTicket`: 256 bits, ten minutes, of this session. */
  ticket: matching(/^[\w-]{43}$/, 'the ticket that the bot gave'),
  /** The Lex session of the conversation. */
  sessionId: matching(/^[\w.:-]{2,100}$/, 'the session of the conversation with the bot'),
  /** What the agent sees as the customer's name. */
  displayName: z.optional(bounded(100)),
  /** What was said so far, oldest first. */
  transcript: z
    .array(
      z.strictObject({
        speaker: oneOf(['CUSTOMER', 'BOT']),
        text: bounded(longestHandedOnEntry),
      }),
    )
    .check(z.maxLength(longestHandedOn, `must have at most ${String(longestHandedOn)} entries`)),
});
export type StartChatRequest = z.infer<typeof startChatRequestSchema>;

/** What amazon-connect-chatjs needs to take part: `chatDetails` of a customer's session. */
export const startChatResponseSchema = z.object({
  contactId: z.string(),
  participantId: z.string(),
  /** Lets its holder take part until the chat is over: keep it as a secret, also for the time after a reload. */
  participantToken: z.string(),
});
export type StartChatResponse = z.infer<typeof startChatResponseSchema>;

/** Codes of the errors that start-chat answers with; the gateway before it has its own (`readApiError`). */
export const startChatErrorCodes = [
  /** 400 */
  'INVALID_REQUEST',
  /** 403: there is no such ticket, or it is of another conversation. */
  'TICKET_UNKNOWN',
  /** 410: the bot can be asked for a person again. */
  'TICKET_EXPIRED',
  /** 404 */
  'ROUTE_NOT_FOUND',
  /** 429: Amazon Connect has no room for another chat. */
  'TOO_MANY_CHATS',
  /** 503: try again a little later, with the same ticket. */
  'UNAVAILABLE',
  /** 500 */
  'INTERNAL',
] as const;
export type StartChatErrorCode = (typeof startChatErrorCodes)[number];

import type { Instant, Locale, RequestId } from '@atlas-engine/domain';

/** A chat with people that a ticket was spent for. */
export interface HandOffChat {
  readonly contactId: string;
  readonly participantId: string;
  /** Lets its holder take part: a secret. */
  readonly participantToken: string;
}

/** What a spent ticket is good for. */
export interface HandOff {
  readonly locale: Locale;
  /** The request that was made in the same conversation, if one was. */
  readonly requestId?: RequestId | undefined;
  /** The chat, when an earlier spending has come to it. */
  readonly chat?: HandOffChat | undefined;
}

export interface HandOffTicket {
  /** As the customer has it; only a digest of it is stored. */
  readonly ticket: string;
  /** The conversation with the bot that it belongs to. */
  readonly sessionId: string;
}

export type SpentHandOff =
  | { readonly kind: 'SPENT'; readonly handOff: HandOff }
  /** There never was such a ticket, or it is of another conversation, or forgotten. */
  | { readonly kind: 'UNKNOWN' }
  | { readonly kind: 'EXPIRED' };

/** Tickets by which a conversation with the bot becomes a chat with people, each once. */
export interface HandOffs {
  /** Keeps which request a conversation was about; the newest counts. */
  readonly noteRequestOfSession: (note: {
    readonly sessionId: string;
    readonly requestId: RequestId;
    readonly expiresAt: Instant;
  }) => Promise<void>;
  readonly issueHandOff: (
    issue: HandOffTicket & { readonly locale: Locale; readonly at: Instant; readonly expiresAt: Instant },
  ) => Promise<void>;
  /** One conditional write; who spends the same ticket in the same conversation again gets the same, until it expires. */
  readonly spendHandOff: (spending: HandOffTicket & { readonly at: Instant }) => Promise<SpentHandOff>;
  /** The first chat stays and is the answer. */
  readonly recordHandOffChat: (
    record: Pick<HandOffTicket, 'ticket'> & { readonly chat: HandOffChat },
  ) => Promise<HandOffChat>;
}

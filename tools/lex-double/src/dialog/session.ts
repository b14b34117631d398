import type { SlotValue } from '../slots/slot-type.ts';

export type DialogAction =
  | { readonly type: 'ElicitSlot'; readonly slotToElicit: string }
  | { readonly type: 'Close' | 'ConfirmIntent' | 'Delegate' | 'ElicitIntent' | 'None' };

export type IntentState =
  'Failed' | 'Fulfilled' | 'FulfillmentInProgress' | 'InProgress' | 'ReadyForFulfillment' | 'Waiting';

/** A slot as Lex writes it; null when it is not filled. */
export type WireSlot = { readonly shape: 'Scalar'; readonly value: SlotValue } | null;

/** An intent in the course of a conversation, as Lex writes it. */
export interface WireIntent {
  readonly name: string;
  readonly slots: Readonly<Record<string, WireSlot>>;
  readonly state: IntentState;
  readonly confirmationState: 'Confirmed' | 'Denied' | 'None';
}

export interface WireMessage {
  readonly contentType: 'PlainText' | 'SSML' | 'CustomPayload' | 'ImageResponseCard';
  readonly content?: string | undefined;
  readonly imageResponseCard?: unknown;
}

export interface Interpretation {
  readonly intent: WireIntent;
  readonly nluConfidence?: { readonly score: number };
  readonly interpretationSource: 'Lex';
}

/** What was spoken of, as long as it matters. */
export interface ActiveContext {
  readonly name: string;
  readonly contextAttributes: Readonly<Record<string, string>>;
  /** Turns of the customer for which it is still active. */
  readonly turnsToLive: number;
  /** Epoch milliseconds. */
  readonly expiresAt: number;
}

export interface SessionState {
  readonly activeContexts: readonly ActiveContext[];
  readonly dialogAction?: DialogAction | undefined;
  readonly intent?: WireIntent | undefined;
  readonly sessionAttributes: Readonly<Record<string, string>>;
}

/** All that is kept of a conversation between two turns. */
export interface Session {
  readonly sessionState: SessionState;
  readonly messages: readonly WireMessage[];
  readonly interpretations: readonly Interpretation[];
  /** How often the current question was not answered. */
  readonly retries: number;
  /** Epoch milliseconds. */
  readonly expiresAt: number;
}

export const emptyState: SessionState = { sessionAttributes: {}, activeContexts: [] };

export const wireSlot = (value: SlotValue): WireSlot => ({ shape: 'Scalar', value });

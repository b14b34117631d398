import type { Instant, Locale } from '@atlas-engine/domain';
import type { Channel } from './channel.ts';
import { channelOf, fromConnect } from './channel.ts';
import type { BotIntent, BotLocale, CodeHookEvent, IntentName } from '@atlas-engine/lex-contracts';
import { readSession, type Session } from './session.ts';
import { type Texts, textsOf } from '../texts/texts-of.ts';

/** One turn of a conversation: what the customer said, and how to answer. */
export interface Turn<Name extends IntentName> {
  readonly intent: BotIntent<Name>;
  /** Whether everything was gathered and the intent is to be carried out. */
  readonly fulfil: boolean;
  readonly session: Session;
  readonly sessionId: string;
  readonly channel: Channel;
  /** Whether Amazon Connect carries the conversation. */
  readonly inContact: boolean;
  readonly locale: Locale;
  /** ISO 3166 alpha-2: whose numbers may be written without a country code. */
  readonly country: string;
  readonly texts: Texts;
  readonly now: Instant;
}

/** An intent's part of the conversation. */
export type Part<Name extends IntentName, Answer> = (turn: Turn<Name>) => Promise<Answer>;

const places: Readonly<Record<BotLocale, { readonly locale: Locale; readonly country: string }>> = {
  en_US: { locale: 'en-US', country: 'US' },
  en_GB: { locale: 'en-GB', country: 'GB' },
  es_US: { locale: 'es-US', country: 'US' },
};

/** A turn as its intent's part of the conversation wants it. */
export function turnOf<Name extends IntentName>(
  event: CodeHookEvent,
  intent: BotIntent<Name>,
  now: Instant,
): Turn<Name> {
  const channel = channelOf(event);
  return {
    intent,
    now,
    fulfil: event.invocationSource === 'FulfillmentCodeHook',
    session: readSession(event.sessionState.sessionAttributes),
    sessionId: event.sessionId,
    channel,
    inContact: fromConnect(event),
    texts: textsOf(event.bot.localeId, channel),
    ...places[event.bot.localeId],
  };
}

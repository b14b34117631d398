import type { BotDefinition, IntentNameOf, LocaleOf, SlotNameOf } from '../bot/index.ts';
import { localesOf } from '../bot/index.ts';
import { type CodeHookEventOf, codeHookEventSchemaOf } from '../runtime/index.ts';

/** What is different from the plainest turn. */
export interface TurnChange<Bot extends BotDefinition> {
  /** Whether everything was gathered; a dialog turn otherwise. */
  readonly fulfil?: boolean;
  readonly localeId?: LocaleOf<Bot>;
  readonly sessionAttributes?: Readonly<Record<string, string>>;
  readonly requestAttributes?: Readonly<Record<string, string>>;
  readonly inputMode?: 'Text' | 'Speech' | 'DTMF';
}

/**
 * A turn of a conversation as a code hook sees it, for tests.
 *
 * @example aTurn(bankingBot, 'CheckBalance', { AccountType: 'savings account' }, { fulfil: true });
 */
export function aTurn<Bot extends BotDefinition, Name extends IntentNameOf<Bot>>(
  ...[bot, name, slots = {}, change = {}]: readonly [
    Bot,
    Name,
    (Partial<Record<SlotNameOf<Bot, Name>, string>> | undefined)?,
    TurnChange<Bot>?,
  ]
): CodeHookEventOf<Bot> {
  const filled = Object.entries<string | undefined>(slots).map(([slot, value]) => [
    slot,
    { shape: 'Scalar', value: { originalValue: value, interpretedValue: value, resolvedValues: [value] } },
  ]);
  return codeHookEventSchemaOf(bot).parse({
    messageVersion: '1.0',
    invocationSource: change.fulfil === true ? 'FulfillmentCodeHook' : 'DialogCodeHook',
    inputMode: change.inputMode ?? 'Text',
    sessionId: 'session-1',
    bot: {
      id: 'BOT',
      name: 'Bot',
      aliasId: 'ALIAS',
      localeId: change.localeId ?? localesOf(bot)[0],
      version: '1',
    },
    requestAttributes: change.requestAttributes,
    sessionState: {
      sessionAttributes: change.sessionAttributes,
      intent: { name, slots: Object.fromEntries(filled), state: 'InProgress', confirmationState: 'None' },
    },
  });
}

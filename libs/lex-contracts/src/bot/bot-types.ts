import type { BotDefinition } from './bot-definition.ts';

/** An intent of a bot. */
export type IntentNameOf<Bot extends BotDefinition> = Extract<keyof Bot['intents'], string>;

/** The slots of one intent of a bot; of any, without the second type argument. */
export type SlotNameOf<Bot extends BotDefinition, Intent extends IntentNameOf<Bot> = IntentNameOf<Bot>> =
  Intent extends IntentNameOf<Bot> ? Extract<keyof Bot['intents'][Intent]['slots'], string> : never;

/** A locale of a bot, as Lex writes it. */
export type LocaleOf<Bot extends BotDefinition> = Extract<keyof Bot['locales'], string>;

/** Every intent of a bot. */
export const intentNamesOf = <Bot extends BotDefinition>({ intents }: Bot): readonly IntentNameOf<Bot>[] =>
  Object.keys(intents) as IntentNameOf<Bot>[];

/** Every locale of a bot. */
export const localesOf = <Bot extends BotDefinition>({ locales }: Bot): readonly LocaleOf<Bot>[] =>
  Object.keys(locales) as LocaleOf<Bot>[];

/** The locales in which a bot answers texts (SMS). */
export const textedLocalesOf = <Bot extends BotDefinition>(bot: Bot): readonly LocaleOf<Bot>[] =>
  localesOf(bot).filter((locale) => bot.locales[locale]?.texted !== false);

/** What people say for an intent in a locale. */
export function utterancesOf(bot: BotDefinition, intent: string, locale: string): readonly string[] {
  const translation = bot.locales[locale]?.translation;
  if (translation !== undefined) return translation.intents[intent]?.utterances ?? [];
  const own = bot.intents[intent];
  return own === undefined ? [] : [...own.utterances, ...(own.localUtterances?.[locale] ?? [])];
}

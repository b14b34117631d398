import type { BotDefinition } from '../bot/bot-definition.ts';
import { inLocale } from '../bot/in-locale.ts';
import type { Finding, Rule } from './finding.ts';
import { botLimits, intentLimits, slotTypeLimits } from './limit-rules.ts';
import { completeLocales, knownLocales, silentFallback } from './locale-rules.ts';
import { oneFallback, validNames } from './name-rules.ts';
import { showableCards, speakable } from './prompt-rules.ts';
import {
  knownInitialValues,
  knownReferences,
  knownTypes,
  typesOfLocales,
  usedSlots,
  usedTypes,
} from './slot-rules.ts';
import { completeTranslations } from './translation-rules.ts';
import { readable, unambiguous, withoutRepetition } from './utterance-rules.ts';

export { type Finding, findingText } from './finding.ts';

const rules: readonly Rule[] = [
  botLimits,
  slotTypeLimits,
  intentLimits,
  validNames,
  oneFallback,
  completeLocales,
  knownLocales,
  silentFallback,
  knownTypes,
  typesOfLocales,
  usedTypes,
  usedSlots,
  knownInitialValues,
  knownReferences,
  readable,
  withoutRepetition,
  unambiguous,
  speakable,
  showableCards,
];

/**
 * Everything in a bot's definition that Lex would refuse to build, or that would send customers astray, in each of its
 * languages. Each finding names the place, the problem and what is allowed.
 */
export function lintBot(bot: BotDefinition): readonly Finding[] {
  const locales = Object.entries(bot.locales);
  const own = locales.filter(([, { translation }]) => translation === undefined);
  const translated = locales.filter(([, { translation }]) => translation !== undefined);
  return [
    ...rules.flatMap((rule) => rule({ ...bot, locales: Object.fromEntries(own) })),
    ...completeTranslations(bot),
    ...translated.flatMap(([localeId]) =>
      rules
        .flatMap((rule) => rule(inLocale(bot, localeId)))
        .map((finding) => ({ ...finding, where: `${localeId}: ${finding.where}` })),
    ),
  ];
}

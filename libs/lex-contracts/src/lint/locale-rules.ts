import { utterancesOf } from '../bot/bot-types.ts';
import type { Rule } from './finding.ts';

/** So many ways of saying it, or Lex understands little beside them. */
const fewestUtterances = 3;

/** The bot speaks at least one locale, and every intent can be asked for in each. */
export const completeLocales: Rule = (bot) => {
  const locales = Object.keys(bot.locales);
  if (locales.length === 0)
    return [{ where: 'locales', problem: 'has none', allowed: 'at least one, e.g. en_US' }];
  return Object.entries(bot.intents)
    .filter(([, intent]) => intent.parentSignature === undefined)
    .flatMap(([name]) =>
      locales
        .filter((locale) => utterancesOf(bot, name, locale).length < fewestUtterances)
        .map((locale) => ({
          where: `intents.${name}.utterances (${locale})`,
          problem: `has ${String(utterancesOf(bot, name, locale).length)}`,
          allowed: `at least ${String(fewestUtterances)} in each locale`,
        })),
    );
};

/** Nothing is written for a locale that the bot does not have. */
export const knownLocales: Rule = (bot) =>
  Object.entries(bot.intents).flatMap(([name, { localUtterances = {} }]) =>
    Object.keys(localUtterances)
      .filter((locale) => bot.locales[locale] === undefined)
      .map((locale) => ({
        where: `intents.${name}.localUtterances.${locale}`,
        problem: 'is for a locale that the bot does not have',
        allowed: `one of ${Object.keys(bot.locales).join(', ')}`,
      })),
  );

/** The fallback intent takes what no sample says. */
export const silentFallback: Rule = (bot) =>
  Object.entries(bot.intents)
    .filter(([, { parentSignature, utterances }]) => parentSignature !== undefined && utterances.length > 0)
    .map(([name]) => ({
      where: `intents.${name}.utterances`,
      problem: 'the fallback intent has utterances',
      allowed: 'none',
    }));

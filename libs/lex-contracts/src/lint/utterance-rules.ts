import type { BotDefinition } from '../bot/bot-definition.ts';
import { utterancesOf } from '../bot/bot-types.ts';
import { buildLimits } from './build-limits.ts';
import type { Finding, Rule } from './finding.ts';
import { mayBeTheSame, slotsIn, type Token, tokensOf } from './utterance-tokens.ts';

interface Said {
  readonly intent: string;
  readonly contexts: string;
  readonly text: string;
  readonly tokens: readonly Token[];
}

const everythingSaid = (bot: BotDefinition, locale: string): readonly Said[] =>
  Object.entries(bot.intents).flatMap(([name, intent]) =>
    utterancesOf(bot, name, locale).map((text) => ({
      intent: name,
      contexts: [...(intent.inputContexts ?? [])].sort().join(),
      text,
      tokens: tokensOf(bot, intent, text),
    })),
  );

/** One utterance that may mean another, after values stand in the place of slots. */
function clash(one: Said, other: Said, locale: string): readonly Finding[] {
  if (one.contexts !== other.contexts || !mayBeTheSame(one.tokens, other.tokens)) return [];
  const where = `intents.${one.intent}.utterances (${locale}) "${one.text}"`;
  return one.intent === other.intent
    ? []
    : [
        {
          where,
          problem: `may be the same as "${other.text}" of ${other.intent}`,
          allowed: 'what is said must mean one intent',
        },
      ];
}

/** What is said means one intent, also when values are put in the place of slots. */
export const unambiguous: Rule = (bot) =>
  Object.keys(bot.locales).flatMap((locale) => {
    const said = everythingSaid(bot, locale);
    return said.flatMap((one, index) => said.slice(index + 1).flatMap((other) => clash(one, other, locale)));
  });

/** Nothing is written twice. */
export const withoutRepetition: Rule = (bot) =>
  Object.keys(bot.locales).flatMap((locale) => {
    const seen = new Set<string>();
    return everythingSaid(bot, locale).flatMap(({ intent, text, tokens }) => {
      const key = `${intent} ${JSON.stringify(tokens)}`;
      const isNew = !seen.has(key);
      seen.add(key);
      const where = `intents.${intent}.utterances (${locale})`;
      return isNew ? [] : [{ where, problem: `has "${text}" twice`, allowed: 'write it once' }];
    });
  });

const allowedText = /^[\p{L}'’.{}_ -]+$/u;

/** Utterances use what Lex reads: letters, spaces, apostrophes, hyphens, full stops, and slots that exist. */
export const readable: Rule = (bot) =>
  Object.entries(bot.intents).flatMap(([name, intent]) =>
    [...intent.utterances, ...Object.values(intent.localUtterances ?? {}).flat()].flatMap((text) => {
      const where = `intents.${name}.utterances "${text}"`;
      const undeclared = slotsIn(text).filter((slot) => intent.slots[slot] === undefined);
      return [
        ...undeclared.map((slot) => ({
          where,
          problem: `mentions {${slot}}`,
          allowed: `the intent has ${Object.keys(intent.slots).join(', ') || 'no slots'}`,
        })),
        ...(allowedText.test(text) && text.length <= buildLimits.utterance
          ? []
          : [
              {
                where,
                problem: 'is not readable',
                allowed: `1 to ${String(buildLimits.utterance)} letters, spaces, ' - . and {Slot}`,
              },
            ]),
      ];
    }),
  );

import type { BotDefinition, IntentDefinition } from '../bot/bot-definition.ts';
import type { Finding, Rule } from './finding.ts';
import { slotsIn } from './utterance-tokens.ts';

/** Built-in slot types of Lex V2 in English. Source: "Built-in slot types" of the developer guide. */
const builtIn: ReadonlySet<string> = new Set(
  `AlphaNumeric City Confirmation Country Date Duration EmailAddress FirstName FreeFormInput LastName Number Percentage
  PhoneNumber State StreetName Time UKPostalCode`
    .split(/\s+/)
    .map((name) => `AMAZON.${name}`),
);

const allUtterances = ({ utterances, localUtterances = {} }: IntentDefinition): readonly string[] => [
  ...utterances,
  ...Object.values(localUtterances).flat(),
];

const everySlot = (bot: BotDefinition) =>
  Object.entries(bot.intents).flatMap(([intentName, intent]) =>
    Object.entries(intent.slots).map(([name, slot]) => ({
      where: `intents.${intentName}.slots.${name}`,
      name,
      intent,
      slot,
    })),
  );

/** Slot types exist. */
export const knownTypes: Rule = (bot) =>
  everySlot(bot)
    .filter(({ slot }) => !builtIn.has(slot.type) && bot.slotTypes[slot.type] === undefined)
    .map(({ where, slot }) => ({
      where: `${where}.type`,
      problem: `there is no slot type ${slot.type}`,
      allowed: `one of ${[...Object.keys(bot.slotTypes), ...builtIn].join(', ')}`,
    }));

/** Built-in slot types that Lex does not have in every language. Source: "Built-in slot types" of the developer guide. */
const languages: Readonly<Record<string, RegExp>> = {
  'AMAZON.Confirmation': /^en_/,
  'AMAZON.UKPostalCode': /^en_GB$/,
};

/** Slot types exist in the locales in which they are used. */
export const typesOfLocales: Rule = (bot) =>
  everySlot(bot).flatMap(({ where, slot }) =>
    Object.keys(bot.locales)
      .filter((locale) => languages[slot.type]?.test(locale) === false)
      .map((locale) => ({
        where: `${where}.type`,
        problem: `Lex has no ${slot.type} in ${locale}`,
        allowed: 'a slot type of the bot',
      })),
  );

/** Slot types of the bot are used. */
export const usedTypes: Rule = (bot) => {
  const used = new Set(everySlot(bot).map(({ slot }) => slot.type));
  return Object.keys(bot.slotTypes)
    .filter((name) => !used.has(name))
    .map((name) => ({
      where: `slotTypes.${name}`,
      problem: 'is not used',
      allowed: 'every slot type is that of a slot',
    }));
};

/** A slot that is not required must be said unasked. */
export const usedSlots: Rule = (bot) =>
  everySlot(bot)
    .filter(
      ({ name, intent, slot }) =>
        !slot.required && !allUtterances(intent).some((utterance) => slotsIn(utterance).includes(name)),
    )
    .map(({ where }) => ({
      where,
      problem: 'is never filled: it is neither required nor in an utterance',
      allowed: 'require it, or mention it in an utterance',
    }));

/** Whether what fills a slot beforehand is there. */
function initialProblem(bot: BotDefinition, value: string): string | undefined {
  const [, context, slotName = ''] = /^#([\w-]+)\.(\w+)$/.exec(value) ?? [];
  if (!value.startsWith('#')) return undefined;
  const givers = Object.values(bot.intents).filter(({ outputContexts = [] }) =>
    outputContexts.some(({ name }) => name === context),
  );
  if (givers.length === 0) return `no intent gives the context in ${value}`;
  return givers.some(({ slots }) => slots[slotName] !== undefined)
    ? undefined
    : `no intent that gives the context in ${value} has the slot`;
}

/** What fills a slot beforehand is there: a context that some intent gives, with the slot. */
export const knownInitialValues: Rule = (bot) =>
  everySlot(bot).flatMap(({ where, slot }) =>
    (slot.initially ?? []).flatMap((value): readonly Finding[] => {
      const problem = initialProblem(bot, value);
      return problem === undefined
        ? []
        : [
            {
              where: `${where}.initially`,
              problem,
              allowed: '#context.Slot of an intent with that output context',
            },
          ];
    }),
  );

/** A confirmation and the contexts of an intent name what exists. */
export const knownReferences: Rule = (bot) => {
  const given = new Set(
    Object.values(bot.intents).flatMap(({ outputContexts = [] }) => outputContexts.map(({ name }) => name)),
  );
  return Object.entries(bot.intents).flatMap(([name, { slots, confirmation, inputContexts = [] }]) => [
    ...(confirmation?.prompts ?? [])
      .flatMap(slotsIn)
      .filter((slot) => slots[slot] === undefined)
      .map((slot) => ({
        where: `intents.${name}.confirmation`,
        problem: `mentions {${slot}}`,
        allowed: `the intent has ${Object.keys(slots).join(', ') || 'no slots'}`,
      })),
    ...inputContexts
      .filter((context) => !given.has(context))
      .map((context) => ({
        where: `intents.${name}.inputContexts`,
        problem: `no intent gives the context ${context}`,
        allowed: `one of ${[...given].join(', ') || 'none'}`,
      })),
  ]);
};

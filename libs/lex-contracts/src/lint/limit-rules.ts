import type { BotDefinition, IntentDefinition } from '../bot/bot-definition.ts';
import { utterancesOf } from '../bot/bot-types.ts';
import { buildLimits } from './build-limits.ts';
import type { Finding, Rule } from './finding.ts';

const atMost = (where: string, count: number, limit: number): readonly Finding[] =>
  count <= limit ? [] : [{ where, problem: `has ${String(count)}`, allowed: `at most ${String(limit)}` }];

const between = (
  where: string,
  value: number,
  { from, to }: { readonly from: number; readonly to: number },
): readonly Finding[] =>
  value >= from && value <= to
    ? []
    : [{ where, problem: `is ${String(value)}`, allowed: `${String(from)} to ${String(to)}` }];

/** Counts, lengths and ranges of the bot as a whole. */
export const botLimits: Rule = (bot) => [
  ...atMost('description', bot.description.length, buildLimits.description),
  ...between('idleSessionSeconds', bot.idleSessionSeconds, buildLimits.idleSessionSeconds),
  ...between('confidenceThreshold', bot.confidenceThreshold, { from: 0, to: 1 }),
  ...atMost('intents', Object.keys(bot.intents).length, buildLimits.intents),
  ...atMost('slotTypes', Object.keys(bot.slotTypes).length, buildLimits.slotTypes),
];

/** Counts and lengths of slot types. */
export const slotTypeLimits: Rule = ({ slotTypes }) =>
  Object.entries(slotTypes).flatMap(([name, { description, values }]) => {
    const texts = values.flatMap(({ value, synonyms }) => [value, ...synonyms]);
    const where = `slotTypes.${name}`;
    return [
      ...atMost(`${where}.description`, description.length, buildLimits.description),
      ...atMost(`${where}.values`, texts.length, buildLimits.valuesPerSlotType),
      ...texts.flatMap((text) => atMost(`${where}.values "${text}"`, text.length, buildLimits.slotValue)),
    ];
  });

/** Counts, lengths and ranges of intents. */
export const intentLimits: Rule = (bot) =>
  Object.entries(bot.intents).flatMap(([name, intent]) => [
    ...atMost(`intents.${name}.description`, intent.description.length, buildLimits.description),
    ...utteranceLimits(bot, name),
    ...slotLimits(`intents.${name}.slots`, intent),
    ...contextLimits(`intents.${name}`, intent),
  ]);

const utteranceLimits = (bot: BotDefinition, name: string): readonly Finding[] =>
  Object.keys(bot.locales).flatMap((locale) =>
    atMost(
      `intents.${name}.utterances (${locale})`,
      utterancesOf(bot, name, locale).length,
      buildLimits.utterancesPerIntent,
    ),
  );

const slotLimits = (where: string, { slots }: IntentDefinition): readonly Finding[] => [
  ...atMost(where, Object.keys(slots).length, buildLimits.slotsPerIntent),
  ...Object.entries(slots).flatMap(([name, { description, retries = 0 }]) => [
    ...atMost(`${where}.${name}.description`, description.length, buildLimits.description),
    ...between(`${where}.${name}.retries`, retries, { from: 0, to: buildLimits.retries }),
  ]),
];

const contextLimits = (
  where: string,
  { inputContexts = [], outputContexts = [] }: IntentDefinition,
): readonly Finding[] => [
  ...atMost(`${where}.inputContexts`, inputContexts.length, buildLimits.inputContexts),
  ...atMost(`${where}.outputContexts`, outputContexts.length, buildLimits.outputContexts),
  ...outputContexts.flatMap(({ name, seconds, turns }) => [
    ...between(`${where}.outputContexts.${name}.seconds`, seconds, buildLimits.contextSeconds),
    ...between(`${where}.outputContexts.${name}.turns`, turns, buildLimits.contextTurns),
  ]),
];

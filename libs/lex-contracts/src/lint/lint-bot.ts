import type { BotDefinition } from '../bot/bot-definition.ts';
import type { Finding, Rule } from './finding.ts';
import { botLimits, intentLimits, slotTypeLimits } from './limit-rules.ts';
import { completeLocales, knownLocales, silentFallback } from './locale-rules.ts';
import { oneFallback, validNames } from './name-rules.ts';
import { showableCards, speakable } from './prompt-rules.ts';
import { knownInitialValues, knownReferences, knownTypes, usedSlots, usedTypes } from './slot-rules.ts';
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
 * Everything in a bot's definition that Lex would refuse to build, or that would send customers astray. Each finding
 * names the place, the problem and what is allowed.
 */
export const lintBot = (bot: BotDefinition): readonly Finding[] => rules.flatMap((rule) => rule(bot));

import type { BotDefinition, IntentDefinition } from '../bot/bot-definition.ts';

/** A word of an utterance, or a slot with the words that may stand for it. */
export type Token =
  { readonly word: string } | { readonly type: string; readonly values: readonly (readonly string[])[] };

/** The words of a text, without case and punctuation: what Lex does not tell apart. */
export const plainWords = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}']+/u)
    .filter((word) => word !== '');

/** The slots that an utterance mentions. */
export const slotsIn = (utterance: string): readonly string[] =>
  [...utterance.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);

const valuesOf = (bot: BotDefinition, type: string) =>
  (bot.slotTypes[type]?.values ?? []).flatMap(({ value, synonyms }) => [value, ...synonyms].map(plainWords));

/** An utterance as words and slots. A slot that the intent does not have counts as a word. */
export const tokensOf = (bot: BotDefinition, intent: IntentDefinition, utterance: string): readonly Token[] =>
  utterance.split(/(\{\w+\})/).flatMap((part): readonly Token[] => {
    const type = intent.slots[slotsIn(part)[0] ?? '']?.type;
    return type === undefined
      ? plainWords(part).map((word) => ({ word }))
      : [{ type, values: valuesOf(bot, type) }];
  });

type Tokens = readonly Token[];

const startsWith = (tokens: Tokens, words: readonly string[]): boolean =>
  words.every((word, index) => {
    const token = tokens[index];
    return token !== undefined && 'word' in token && token.word === word;
  });

/** Whether a slot at the head of one side may stand for the words at the head of the other, and the rest fits. */
const slotFits = (slot: Token, rest: Tokens, others: Tokens): boolean =>
  'values' in slot &&
  slot.values.some((words) => startsWith(others, words) && mayBeTheSame(rest, others.slice(words.length)));

const shareAValue = (one: Token, other: Token): boolean => {
  if ('word' in one || 'word' in other) return 'word' in one && 'word' in other && one.word === other.word;
  const texts = new Set(one.values.map((words) => words.join(' ')));
  return one.type === other.type || other.values.some((words) => texts.has(words.join(' ')));
};

/** Whether there is something to say that both utterances stand for. */
export function mayBeTheSame(one: Tokens, other: Tokens): boolean {
  const [a, ...restOfOne] = one;
  const [b, ...restOfOther] = other;
  if (a === undefined || b === undefined) return a === b;
  return (
    (shareAValue(a, b) && mayBeTheSame(restOfOne, restOfOther)) ||
    slotFits(a, restOfOne, other) ||
    slotFits(b, restOfOther, one)
  );
}

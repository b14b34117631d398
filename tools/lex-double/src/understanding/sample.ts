import type { SlotModel } from '../bot/locale-model.ts';
import type { Circumstances, SlotValue } from '../slots/slot-type.ts';
import { weightOf, wordsOf, writtenOut } from './words.ts';

/** Slots by name. */
export type FilledSlots = Readonly<Record<string, SlotValue>>;

/** A sample utterance, ready to be compared. */
export interface Sample {
  /** The slots of an utterance that says just this; undefined when it says something else. */
  readonly match: (utterance: string, circumstances: Circumstances) => FilledSlots | undefined;
  /** How much an utterance's words are like the sample's, 0 to 1. */
  readonly likeness: (words: readonly string[]) => number;
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
const opening = '(?:(?:hi|hello|hey|please|ok|okay|well|so|yes|could you|can you|would you)[,!.]*\\s+)*';
const ending = '(?:[\\s,]+(?:please|thanks|thank you))?[\\s.!?]*';

/** Compiles an utterance such as `call me about {Interest}`. */
export function compileSample(utterance: string, slotOf: (name: string) => SlotModel): Sample {
  const parts = writtenOut(utterance)
    .split(/(\{\w+\})/)
    .filter((part) => part.trim() !== '');
  const slots = parts.filter(isSlot).map((part) => slotOf(part.slice(1, -1)));
  const source = parts.map((part) => (isSlot(part) ? '(.+?)' : literal(part))).join('[\\s,]+');
  const pattern = new RegExp(`^\\s*${opening}${source}${ending}$`, 'iu');
  const words = wordsOf(parts.filter((part) => !isSlot(part)).join(' '));
  return {
    match: (text, circumstances) => {
      const found = pattern.exec(writtenOut(text));
      return found === null ? undefined : readSlots(slots, found.slice(1), circumstances);
    },
    likeness: (said) => overlap(words, said),
  };
}

const isSlot = (part: string): boolean => /^\{\w+\}$/.test(part);

const literal = (part: string): string =>
  part
    .trim()
    .split(/[\s,]+/)
    .map(escaped)
    .join('[\\s,]+');

function readSlots(
  slots: readonly SlotModel[],
  texts: readonly string[],
  circumstances: Circumstances,
): FilledSlots | undefined {
  const filled: Record<string, SlotValue> = {};
  for (const [index, { name, type }] of slots.entries()) {
    const said = (texts[index] ?? '').trim();
    const value = type.read(said, circumstances);
    // Words beside the value are no part of the sample.
    if (value?.originalValue !== said) return undefined;
    filled[name] = value;
  }
  return filled;
}

const total = (words: Iterable<string>): number => [...words].reduce((sum, word) => sum + weightOf(word), 0);

/** Dice's coefficient of two sets of words, each word with its weight. */
function overlap(one: readonly string[], other: readonly string[]): number {
  const [a, b] = [new Set(one), new Set(other)];
  const whole = total(a) + total(b);
  return whole === 0 ? 0 : (2 * total([...a].filter((word) => b.has(word)))) / whole;
}

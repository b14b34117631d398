import type { SlotModel } from '../bot/locale-model.ts';
import type { Circumstances, SlotValue } from '../slots/slot-type.ts';
import { type Language, wordsOf } from '../languages/language.ts';

/** Slots by name. */
export type FilledSlots = Readonly<Record<string, SlotValue>>;

/** A sample utterance, ready to be compared. */
export interface Sample {
  /** The slots of an utterance that says just this; undefined when it says something else. */
  readonly match: (utterance: string, circumstances: Circumstances) => FilledSlots | undefined;
  /** Its own words, without those of slots. */
  readonly words: readonly string[];
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
/** What a sample is compiled with. */
export interface Compilation {
  readonly language: Language;
  readonly slotOf: (name: string) => SlotModel;
}

/** Compiles an utterance such as `call me about {Interest}`. */
export function compileSample(utterance: string, { language, slotOf }: Compilation): Sample {
  const parts = language
    .writtenOut(utterance)
    .split(/(\{\w+\})/)
    .filter((part) => part.trim() !== '');
  const slots = parts.filter(isSlot).map((part) => slotOf(part.slice(1, -1)));
  const source = parts
    .map((part) => (isSlot(part) ? '(.+?)' : language.literal(literal(part))))
    .join('[\\s,]+');
  const pattern = new RegExp(`^\\s*${language.opening}${source}${language.ending}$`, 'iu');
  const words = wordsOf(language, parts.filter((part) => !isSlot(part)).join(' '));
  return {
    words,
    match: (text, circumstances) => {
      const found = pattern.exec(language.writtenOut(text));
      return found === null ? undefined : readSlots(slots, found.slice(1), circumstances);
    },
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

import type { IntentModel, LocaleModel } from '../bot/locale-model.ts';
import type { Circumstances, FoundValue } from '../slots/slot-type.ts';
import type { FilledSlots } from './sample.ts';
import { wordsOf } from '../languages/language.ts';

/** An intent that an utterance may mean. */
export interface Understanding {
  readonly intent: IntentModel;
  readonly slots: FilledSlots;
  /** 0 to 1; 1 only for an utterance that is a sample's. */
  readonly confidence: number;
}

/** Likeness never comes up to the same words. */
const mostByLikeness = 0.9;

/** The intents that an utterance may mean, the likeliest first; the fallback intent is not among them. */
export function understand(
  locale: LocaleModel,
  text: string,
  circumstances: Circumstances,
): readonly Understanding[] {
  return [...locale.intents.values()]
    .map((intent) => exactly(intent, text, circumstances) ?? roughly({ intent, locale }, text, circumstances))
    .filter(({ confidence }) => confidence > 0)
    .sort((a, b) => b.confidence - a.confidence);
}

function exactly(intent: IntentModel, text: string, circumstances: Circumstances): Understanding | undefined {
  const matches = intent.samples
    .map((sample) => sample.match(text, circumstances))
    .filter((slots) => slots !== undefined)
    .sort((a, b) => Object.keys(b).length - Object.keys(a).length);
  return matches[0] === undefined ? undefined : { intent, slots: matches[0], confidence: 1 };
}

function roughly(
  { intent, locale }: { readonly intent: IntentModel; readonly locale: LocaleModel },
  text: string,
  circumstances: Circumstances,
): Understanding {
  const { slots, rest } = valuesIn(intent, text, circumstances);
  const words = wordsOf(locale.language, rest);
  const likeness = locale.likeness(intent.name, words);
  return { intent, slots, confidence: likeness * mostByLikeness };
}

/** What stands in the text for slots of the intent, by its form, and the text without it. */
export function valuesIn(
  { slots }: IntentModel,
  text: string,
  circumstances: Circumstances,
): { readonly slots: FilledSlots; readonly rest: string } {
  const found: Record<string, FoundValue> = {};
  for (const { name, type } of slots) {
    const taken = Object.values(found);
    const free = (type.find?.(text, circumstances) ?? []).find(
      (value) => !taken.some((other) => value.start < other.end && other.start < value.end),
    );
    if (free !== undefined) found[name] = free;
  }
  const rest = Object.values(found)
    .sort((a, b) => b.start - a.start)
    .reduce((left, { start, end }) => `${left.slice(0, start)} ${left.slice(end)}`, text);
  return {
    slots: Object.fromEntries(Object.entries(found).map(([name, { value }]) => [name, value])),
    rest,
  };
}

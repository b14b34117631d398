import { type Language, weightsOf } from '../languages/language.ts';
import type { Sample } from './sample.ts';

interface Spoken {
  readonly name: string;
  readonly samples: readonly Sample[];
}

/** How much words are like those of an intent, 0 to 1. */
export type Likeness = (intent: string, said: readonly string[]) => number;

/**
 * Compares words with all that the samples of each intent say: how much of the likeliest sample was said (Dice's
 * coefficient), and, where that says more, how much of what was said tells this intent from the others as well.
 */
export function createVocabulary(language: Language, intents: readonly Spoken[]): Likeness {
  const weightOf = weightsOf(language);
  const total = (words: Iterable<string>): number =>
    [...words].reduce((sum, word) => sum + weightOf(word), 0);
  const samples = new Map(
    intents.map(({ name, samples }) => [name, samples.map(({ words }) => new Set(words))]),
  );
  const words = new Map([...samples].map(([name, sets]) => [name, new Set(sets.flatMap((set) => [...set]))]));
  /** The share of an intent in a word: a word that all intents have says nothing for one of them. */
  const shareOf = (word: string): number => 1 / [...words.values()].filter((known) => known.has(word)).length;

  const dice = (one: ReadonlySet<string>, other: ReadonlySet<string>): number => {
    const whole = total(one) + total(other);
    return whole === 0 ? 0 : (2 * total([...one].filter((word) => other.has(word)))) / whole;
  };
  const telling = (known: ReadonlySet<string>, said: ReadonlySet<string>): number => {
    const whole = total(said);
    const own = [...said].filter((word) => known.has(word));
    return whole === 0 ? 0 : own.reduce((sum, word) => sum + weightOf(word) * shareOf(word), 0) / whole;
  };

  return (intent, said) => {
    const spoken = new Set(said);
    const nearest = Math.max(0, ...(samples.get(intent) ?? []).map((sample) => dice(sample, spoken)));
    const told = telling(words.get(intent) ?? new Set(), spoken);
    return Math.max(nearest, (nearest + told) / 2);
  };
}

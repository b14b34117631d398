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
  const weigh = (words: Iterable<string>): Weighed => {
    const set = new Set(words);
    return { words: set, weight: [...set].reduce((sum, word) => sum + weightOf(word), 0) };
  };
  const known = new Map(intents.map(({ name, samples }) => [name, samples.map(({ words }) => weigh(words))]));
  const shares = sharesOf([...known.values()]);

  const telling = (intent: string, said: Weighed): number => {
    const own = [...said.words].filter((word) => shares.get(word)?.has(intent) === true);
    const told = own.reduce((sum, word) => sum + weightOf(word) / (shares.get(word)?.size ?? 1), 0);
    return said.weight === 0 ? 0 : told / said.weight;
  };
  const nearest = (intent: string, said: Weighed): number =>
    Math.max(0, ...(known.get(intent) ?? []).map((sample) => dice(sample, said, weightOf)));

  /** The intents that say a word: one that all of them say tells none of them. */
  function sharesOf(samples: readonly (readonly Weighed[])[]): ReadonlyMap<string, ReadonlySet<string>> {
    const found = new Map<string, Set<string>>();
    for (const [index, { name }] of intents.entries())
      for (const word of (samples[index] ?? []).flatMap(({ words }) => [...words]))
        found.set(word, (found.get(word) ?? new Set()).add(name));
    return found;
  }

  return (intent, words) => {
    const said = weigh(words);
    const likeliest = nearest(intent, said);
    return Math.max(likeliest, (likeliest + telling(intent, said)) / 2);
  };
}

interface Weighed {
  readonly words: ReadonlySet<string>;
  readonly weight: number;
}

/** Dice's coefficient of two sets of words, each word with its weight. */
function dice(one: Weighed, other: Weighed, weightOf: (word: string) => number): number {
  const whole = one.weight + other.weight;
  if (whole === 0) return 0;
  let shared = 0;
  for (const word of one.words) if (other.words.has(word)) shared += weightOf(word);
  return (2 * shared) / whole;
}

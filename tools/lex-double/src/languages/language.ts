/** What the understanding of a text needs to know of its language. */
export interface Language {
  /** The same text with its contractions written out: people and sample utterances differ in them. */
  readonly writtenOut: (text: string) => string;
  /** The pattern of a text that is taken literally, its special characters escaped before. */
  readonly literal: (escaped: string) => string;
  /** A word without its endings, so that forms of one word are the same. */
  readonly stem: (word: string) => string;
  /** Words that stand in every sentence, as they are written. */
  readonly weak: ReadonlySet<string>;
  /** Words that turn the sense, as they are written. */
  readonly strong: ReadonlySet<string>;
  /** Patterns of what politeness puts before and after what is meant. */
  readonly opening: string;
  readonly ending: string;
}

/** The words of a text, written out, in lower case and without their endings. */
export const wordsOf = ({ writtenOut, stem }: Language, text: string): readonly string[] =>
  writtenOut(text)
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map(stem);

/** How much a word says: little when it stands in every sentence, much when it turns the sense. */
export function weightsOf({ stem, weak, strong }: Language): (word: string) => number {
  const stemmed = (words: ReadonlySet<string>) => new Set([...words].map(stem));
  const [little, much] = [stemmed(weak), stemmed(strong)];
  return (word) => {
    if (much.has(word)) return 2;
    return little.has(word) ? 0.25 : 1;
  };
}

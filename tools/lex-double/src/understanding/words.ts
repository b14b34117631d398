const contractions: readonly (readonly [RegExp, string])[] = [
  [/\bcan['’]?t\b/gi, 'cannot'],
  [/\bwon['’]t\b/gi, 'will not'],
  [/\b(do|does|did|is|are|would|could|should)n['’]?t\b/gi, '$1 not'],
  [/\bi['’]m\b/gi, 'I am'],
  [/\b(i|you|we|they|he|she)['’]d\b/gi, '$1 would'],
  [/\b(i|you|we|they)['’]ve\b/gi, '$1 have'],
  [/\b(what|who|how|when|where|that|it)['’]s\b/gi, '$1 is'],
];

/** The same text with its contractions written out: people and sample utterances differ in them. */
export const writtenOut = (text: string): string =>
  contractions.reduce((expanded, [pattern, words]) => expanded.replaceAll(pattern, words), text);

/** The words of a text, written out and in lower case. */
export const wordsOf = (text: string): readonly string[] =>
  writtenOut(text)
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

const weak = new Set(
  `a an the to my i you me we us your it is am are was be do does did can could would will shall please of for in on at and
  with have has had want this that there so just hi hello`.split(/\s+/),
);
const strong = new Set(['not', 'never', 'stop', 'no', 'cannot']);

/** How much a word says: little when it stands in every sentence, much when it turns the sense. */
export function weightOf(word: string): number {
  if (strong.has(word)) return 2;
  return weak.has(word) ? 0.25 : 1;
}

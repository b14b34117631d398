import type { Language } from './language.ts';

const contractions: readonly (readonly [RegExp, string])[] = [
  [/\bcan['’]?t\b/gi, 'cannot'],
  [/\bwon['’]t\b/gi, 'will not'],
  [/\b(do|does|did|is|are|would|could|should)n['’]?t\b/gi, '$1 not'],
  [/\bi['’]m\b/gi, 'I am'],
  [/\b(i|you|we|they|he|she)['’]d\b/gi, '$1 would'],
  [/\b(i|you|we|they)['’]ve\b/gi, '$1 have'],
  [/\b(what|who|how|when|where|that|it)['’]s\b/gi, '$1 is'],
];

/** Words of everyday English that say the same, each group by its first. */
const sameWords = [
  ['call', 'phone', 'telephone', 'ring'],
  ['speak', 'talk', 'chat'],
  ['person', 'human', 'people'],
  ['stop', 'quit', 'cease'],
  ['remove', 'delete', 'erase'],
  ['help', 'assist', 'assistance'],
  ['move', 'postpone', 'shift'],
  ['change', 'alter', 'modify'],
  ['schedule', 'book', 'arrange', 'plan'],
  ['know', 'understand'],
  ['show', 'tell', 'explain'],
];

const doubled = /([bdgmnprt])\1$/;

const withoutEnding = (word: string): string =>
  word
    .replace(/^(.{3,}?)(?:ing|ed|es|s)$/, '$1')
    .replace(doubled, '$1')
    .replace(/e$/, '');

const firstOfGroup: ReadonlyMap<string, string> = new Map(
  sameWords.flatMap(([first = '', ...others]) =>
    others.map((word) => [withoutEnding(word), withoutEnding(first)] as const),
  ),
);

export const english: Language = {
  writtenOut: (text) =>
    contractions.reduce((expanded, [pattern, words]) => expanded.replaceAll(pattern, words), text),
  literal: (escaped) => escaped,
  stem: (word) => firstOfGroup.get(withoutEnding(word)) ?? withoutEnding(word),
  weak: new Set(
    `a an the to my i you me we us your it is am are was be do does did can could would will shall please of for in on at and
    with have has had want this that there so just hi hello`.split(/\s+/),
  ),
  strong: new Set(['not', 'never', 'stop', 'no', 'cannot']),
  opening: '(?:(?:hi|hello|hey|please|ok|okay|well|so|yes|could you|can you|would you)[,!.]*\\s+)*',
  ending: '(?:[\\s,]+(?:please|thanks|thank you))?[\\s.!?]*',
};

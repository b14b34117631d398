/** Numbers as a language writes them. */
export interface NumberWords {
  /** Digits, or a word up to twenty, as part of a pattern. */
  readonly pattern: string;
  /** The number that the pattern matched. */
  readonly numberOf: (text: string) => number;
}

/** @param words from zero on; spellings of the same number are parted by `|`, the usual one first */
const numberWords = (words: readonly string[]): NumberWords => {
  const spellings = words.flatMap((word, number) => word.split('|').map((one) => [one, number] as const));
  const numbers = new Map(spellings);
  // The longest first, so that "sixteen" is not "six".
  const names = [...numbers.keys()].sort((a, b) => b.length - a.length);
  return {
    pattern: `\\d+|${names.join('|')}`,
    numberOf: (text) => numbers.get(text.toLowerCase()) ?? Number(text),
  };
};

export const englishNumbers = numberWords(
  `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
  seventeen eighteen nineteen twenty`.split(/\s+/),
);

export const spanishNumbers = numberWords(
  `cero un|uno|una dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis|dieciseis
  diecisiete dieciocho diecinueve veinte`.split(/\s+/),
);

import { plainText, wordsOf } from '../conversation/spoken-text.ts';
import { numbersInWords, valueOfWord } from './number-words.ts';

const grouped = /^\d{1,3}(?:[,.]\d{3})+$/;

/** Numbers in digits: `1,000` and `1.000` are 1000, `10:30` is 10 and 30, `15:00` is 15. */
function numbersInDigits(text: string): number[] {
  const runs = plainText(text)
    .replace(/(\d):00\b/g, '$1')
    .match(/\d{1,3}(?:[,.]\d{3})+(?!\d)|\d+(?:[.,]\d{1,2}(?!\d))?/g);
  return (runs ?? []).map((run) =>
    Number(grouped.test(run) ? run.replace(/[,.]/g, '') : run.replace(',', '.')),
  );
}

/** The numbers that a text claims. */
export const numbersClaimed = (text: string): number[] => [
  ...numbersInDigits(text),
  ...numbersInWords(wordsOf(text)),
];

const afternoon = /\d ?pm\b|\b(?:pm|afternoon|evening|tonight|tarde|noche)\b/;

/** The numbers that a transcript grounds: whole, in parts, and hours of the afternoon on the 24-hour clock too. */
export function numbersGrounded(text: string): ReadonlySet<number> {
  const words = wordsOf(text);
  const parts = words.flatMap((word) => valueOfWord(word) ?? []);
  const all = [...numbersClaimed(text), ...parts];
  const late = afternoon.test(plainText(text)) ? all.filter((value) => value < 12) : [];
  return new Set([...all, ...late.map((value) => value + 12)]);
}

import { wordsOf } from '../conversation/spoken-text.ts';
import { commonWords } from './common-words.ts';

/** Days and months in Spanish stand for the English ones: a summary may be in another language than the call. */
const translations: Readonly<Record<string, string>> = {
  lunes: 'monday',
  martes: 'tuesday',
  miercoles: 'wednesday',
  jueves: 'thursday',
  viernes: 'friday',
  sabado: 'saturday',
  domingo: 'sunday',
  enero: 'january',
  febrero: 'february',
  marzo: 'march',
  abril: 'april',
  mayo: 'may',
  junio: 'june',
  julio: 'july',
  agosto: 'august',
  septiembre: 'september',
  octubre: 'october',
  noviembre: 'november',
  diciembre: 'december',
};

/** The words that a transcript grounds. */
export const wordsGrounded = (text: string): ReadonlySet<string> =>
  new Set(wordsOf(text).flatMap((word) => [word, translations[word] ?? word]));

/** A capital letter, then anything that belongs to the word. */
const capitalised = /(?<![\p{L}\p{N}'\u2019-])\p{Lu}[\p{L}\p{N}'\u2019-]*/gu;

/** Verbs and adverbs that begin a sentence: "Requested an offer." */
const looksLikeVerb = /(?:ed|ing|ly)$/;

/** Words of a sentence that look like names: written large, and not merely because the sentence begins there. */
export function namesClaimed(sentence: string): string[] {
  const matches = [...sentence.matchAll(capitalised)];
  return matches.flatMap(({ 0: name, index }) => {
    const words = wordsOf(name);
    const begins =
      sentence.slice(0, index).replace(/[^\p{L}\p{N}:]/gu, '') === '' ||
      /[:.!?]\s*["\u201C]?$/u.test(sentence.slice(0, index));
    const common = words.every((word) => commonWords.has(word) || (begins && looksLikeVerb.test(word)));
    return common ? [] : [name];
  });
}

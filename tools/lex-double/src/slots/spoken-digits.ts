import type { Form } from './pattern-slot-type.ts';
import { plainValue } from './slot-type.ts';

/** How a language says the digits of a number one by one. */
interface SpokenDigits {
  readonly digits: Readonly<Record<string, string>>;
  /** Words that repeat the next digit. */
  readonly times: Readonly<Record<string, number>>;
  readonly plus: string;
}

const fromZero = (words: string): Readonly<Record<string, string>> =>
  Object.fromEntries(words.split(' ').map((word, digit) => [word, String(digit)]));

const english: SpokenDigits = {
  digits: {
    ...fromZero('zero one two three four five six seven eight nine'),
    oh: '0',
    o: '0',
    nought: '0',
  },
  times: { double: 2, triple: 3 },
  plus: 'plus',
};

const spanish: SpokenDigits = {
  digits: { ...fromZero('cero uno dos tres cuatro cinco seis siete ocho nueve'), un: '1' },
  times: { doble: 2, triple: 3 },
  plus: 'más|mas',
};

/** The digits of a text such as "two one two, triple five". */
const digitsIn = (text: string, { digits, times }: SpokenDigits): string => {
  let repeat = 1;
  return text
    .toLowerCase()
    .split(/[\s,-]+/)
    .map((word) => {
      const count = repeat;
      repeat = times[word] ?? 1;
      return (digits[word] ?? (/^\d$/.test(word) ? word : '')).repeat(count);
    })
    .join('');
};

/** A number that is said digit by digit, at least seven of them; "plus" before it is kept. */
function spokenNumber(language: SpokenDigits): Form {
  const { digits, times, plus } = language;
  const digit = `(?:(?:${Object.keys(times).join('|')})\\s+)?(?:${Object.keys(digits).join('|')}|\\d)`;
  const begins = new RegExp(`^(?:${plus})`, 'i');
  return {
    pattern: new RegExp(`(?<!\\w)(?:(?:${plus})\\s+)?${digit}(?:[\\s,-]+${digit}){3,19}(?!\\w)`, 'gi'),
    value: ([said]) => {
      const found = digitsIn(said, language);
      return found.length >= 7 ? plainValue(said, `${begins.test(said) ? '+' : ''}${found}`) : undefined;
    },
  };
}

export const englishSpokenNumber = spokenNumber(english);
export const spanishSpokenNumber = spokenNumber(spanish);

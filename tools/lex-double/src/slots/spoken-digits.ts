import type { Form } from './pattern-slot-type.ts';
import { plainValue } from './slot-type.ts';

const digits: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'].map((word, digit) => [
      word,
      String(digit),
    ]),
  ),
  oh: '0',
  o: '0',
  nought: '0',
};
const times: Readonly<Record<string, number>> = { double: 2, triple: 3 };

const digit = `(?:(?:double|triple)\\s+)?(?:${Object.keys(digits).join('|')}|\\d)`;

/** The digits of a text such as "two one two, triple five". */
const digitsIn = (text: string): string => {
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
export const spokenPhoneNumber: Form = {
  pattern: new RegExp(`(?<!\\w)(?:plus\\s+)?${digit}(?:[\\s,-]+${digit}){3,19}(?!\\w)`, 'gi'),
  value: ([said]) => {
    const found = digitsIn(said);
    const plus = /^plus/i.test(said) ? '+' : '';
    return found.length >= 7 ? plainValue(said, `${plus}${found}`) : undefined;
  },
};

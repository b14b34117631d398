import type { Turn } from '../call-summary.ts';

/** What stands in a transcript for something personal; Amazon Transcribe writes the same. */
export const redactionMark = '[PII]';

/** Bounded repetition everywhere: a transcript is input that others write, and must be read in linear time. */
const writtenEmail = /[\p{L}\p{N}._%+'-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,5}/gu;
const spokenEmail =
  /\b[\w.-]{1,64}(?: (?:dot|punto) \w{1,64}){0,3} (?:at|arroba) [\w-]{1,63}(?: (?:dot|punto) \p{L}{2,24}){1,3}\b/giu;
const iban = /\b[a-z]{2}\d{2}(?:[ -]?[a-z\d]{4}){2,7}(?:[ -]?[a-z\d]{1,4})?\b/giu;
/** Digits with up to three separators between two of them, commas too: how a card number is read out. */
const cardLike = /\p{Nd}(?:[\s,.\-/]{0,3}\p{Nd}){12,18}/gu;
/** Seven digits or more, without commas: phone numbers, social-security numbers, account numbers. */
const numberLike = /\+?\(?\p{Nd}(?:[\s().\-/\u2010-\u2015\u2212]{0,3}\p{Nd}){6,40}/gu;
const digitWord =
  '(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|cero|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve)';
const spokenNumber = new RegExp(`\\b${digitWord}(?:[\\s,.-]{1,3}${digitWord}){6,40}\\b`, 'giu');

const date =
  /^(?:\d{4}-(?:0\d|1[0-2])-[0-3]\d(?:\s\d\d)?|(?:0?\d|[12]\d|3[01])[/.-](?:0?\d|[12]\d|3[01])[/.-](?:19|20)\d\d)$/;

/** The check digit of payment cards (ISO/IEC 7812-1). */
function passesLuhn(digits: string): boolean {
  const sum = digits
    .split('')
    .reverse()
    .reduce((total, digit, index) => {
      const doubled = Number(digit) * (index % 2 === 0 ? 1 : 2);
      return total + (doubled > 9 ? doubled - 9 : doubled);
    }, 0);
  return sum % 10 === 0;
}

/**
 * Text with what identifies a person or an account replaced by `[PII]`: e-mail addresses, IBANs, payment cards (by their
 * check digit), and any other run of seven digits or more, as phone and social-security numbers are, also read out in
 * words. Dates stay. It takes too much rather than too little, and leaves names alone.
 */
export const redactText = (text: string): string =>
  text
    .replace(writtenEmail, redactionMark)
    .replace(spokenEmail, redactionMark)
    .replace(iban, redactionMark)
    .replace(cardLike, (run) => (passesLuhn(run.replace(/\P{Nd}/gu, '')) ? redactionMark : run))
    .replace(numberLike, (run) => (date.test(run) ? run : redactionMark))
    .replace(spokenNumber, redactionMark);

/** The turns with their texts redacted; speakers and times stay. */
export const redactTurns = (turns: readonly Turn[]): Turn[] =>
  turns.map((turn) => ({ ...turn, text: redactText(turn.text) }));

import type { Turn } from '../call-summary.ts';

/**
 * Text as it is compared: small letters without accents, straight apostrophes, `p.m.` as `pm`. What was said and what
 * was written down differ in nothing but these.
 */
export const plainText = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[\u2018\u2019\u02BC`]/g, "'")
    .toLowerCase()
    .replace(/\b([ap])\.\s?m\b\.?/g, '$1m');

/** The words of a text as they are compared; a possessive counts as the name alone. */
export const wordsOf = (text: string): string[] =>
  plainText(text)
    .replace(/'s\b/g, '')
    .replace(/'/g, '')
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** What the customer said, one text for each turn. */
export const customerTexts = (turns: readonly Turn[]): string[] =>
  turns.filter(({ speaker }) => speaker === 'CUSTOMER').map(({ text }) => text);

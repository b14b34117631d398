import { type EnglishWords, englishTexts, shortTexts } from './english-texts.ts';

const words: EnglishWords = {
  tag: 'en-US',
  examplePhone: '(212) 555-0100',
  exampleDate: 'November 23',
  exampleTimes: '"10:30 AM" or "2 PM"',
  askForCall: 'call me',
  thanks: 'Thank you.',
};

/** en_US. */
export const americanTexts = englishTexts(words);
/** en_US, in fewer words. */
export const americanShortTexts = shortTexts(americanTexts, words);

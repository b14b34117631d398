import { type EnglishWords, englishTexts, shortTexts } from './english-texts.ts';

const words: EnglishWords = {
  tag: 'en-GB',
  examplePhone: '07700 900123',
  exampleDate: '23 November',
  exampleTimes: '"10:30" or "2 pm"',
  askForCall: 'ring me',
  thanks: 'Thank you very much.',
};

/** en_GB. */
export const britishTexts = englishTexts(words);
/** en_GB, in fewer words. */
export const britishShortTexts = shortTexts(britishTexts, words);

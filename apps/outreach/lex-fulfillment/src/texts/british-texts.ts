import { englishTexts } from './english-texts.ts';

/** en_GB. */
export const britishTexts = englishTexts({
  tag: 'en-GB',
  examplePhone: '07700 900123',
  exampleDate: '23 November',
  exampleTimes: '"10:30" or "2 pm"',
  askForCall: 'ring me',
  thanks: 'Thank you very much.',
});

import { englishTexts } from './english-texts.ts';

/** en_US. */
export const americanTexts = englishTexts({
  tag: 'en-US',
  examplePhone: '(212) 555-0100',
  exampleDate: 'November 23',
  exampleTimes: '"10:30 AM" or "2 PM"',
  askForCall: 'call me',
  thanks: 'Thank you.',
});

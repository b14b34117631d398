import { cleanText } from '@atlas-engine/domain';
import type { Slot } from '@atlas-engine/lex-contracts';
import { found, type Reading, textOf, unusable } from './reading.ts';

/** As long as an interest of a request may be. */
const longest = 255;

/** What the call is to be about: any words, at least one letter. */
export function readInterest(slot: Slot, problem: string): Reading<string> {
  const interest = cleanText(textOf(slot)).replaceAll(/\s+/g, ' ');
  return interest.length <= longest && /\p{L}/u.test(interest) ? found(interest) : unusable(problem);
}

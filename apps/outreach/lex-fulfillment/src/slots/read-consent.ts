import type { Slot } from '@atlas-engine/lex-contracts';
import { textOf } from './reading.ts';

/** Only a plain yes is one. `AMAZON.Confirmation` gives Yes, No, Maybe or Don't know. */
export type Consent = 'YES' | 'NO' | 'UNCLEAR';

export function readConsent(slot: Slot): Consent {
  const answer = textOf(slot).trim().toLowerCase();
  if (answer === 'yes') return 'YES';
  return answer === 'no' ? 'NO' : 'UNCLEAR';
}

import { parsePhone, type PhoneNumber } from '@atlas-engine/domain';
import type { Slot } from '@atlas-engine/lex-contracts';
import { found, type Reading, unusable } from './reading.ts';

/** A number in E.164. Lex takes separators out, and at times the "+" with them: then the words themselves count. */
export function readPhone(slot: Slot, defaultCountry: string, problem: string): Reading<PhoneNumber> {
  const { interpretedValue, originalValue } = slot.value;
  for (const text of [originalValue, interpretedValue ?? '']) {
    const parsed = parsePhone(text, { defaultCountry });
    if (parsed.ok) return found(parsed.phone);
  }
  return unusable(problem);
}

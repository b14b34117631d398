import { cleanText } from '@atlas-engine/domain';
import type { Slot } from '@atlas-engine/lex-contracts';
import { found, type Reading, textOf, unusable } from './reading.ts';

/** Letters of any script with what names have between them; no digits, markup or addresses. */
const nameForm = /^\p{L}[\p{L}\p{M}'’. -]*$/u;

/** A first or last name of at most `max` characters. */
export function readName(slot: Slot, max: number, problem: string): Reading<string> {
  const name = cleanText(textOf(slot)).replaceAll(/\s+/g, ' ');
  return name.length <= max && nameForm.test(name) ? found(name) : unusable(problem);
}

import type { Locale } from '@atlas-engine/domain';
import { cleanText } from '@atlas-engine/domain';

const nameless: Readonly<Record<Locale, string>> = {
  'en-US': 'Customer',
  'en-GB': 'Customer',
  'es-US': 'Cliente',
};

/** Letters, marks, digits and what stands between them in names; all else could be markup or an address. */
const unfit = /[^\p{L}\p{M}\p{N} .'’-]/gu;
const longest = 60;

/** A customer's name as the agent sees it: whatever was typed, it can only ever be a name. */
export function displayNameOf(typed: string | undefined, locale: Locale): string {
  const name = cleanText(typed ?? '')
    .replace(unfit, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return Array.from(name).slice(0, longest).join('').trim() || nameless[locale];
}

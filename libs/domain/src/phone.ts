import {
  parsePhoneNumberFromString,
  type CountryCode,
  type PhoneNumber as ParsedPhone,
} from 'libphonenumber-js/min';
import { phoneNumberSchema, type PhoneNumber } from './identifiers.ts';

export type PhoneParse =
  | {
      readonly ok: true;
      readonly phone: PhoneNumber;
      /** ISO 3166 alpha-2. */
      readonly country: string;
    }
  /** The problem tells what is wrong without repeating the number. */
  | { readonly ok: false; readonly problem: string };

export interface PhoneParseOptions {
  /** ISO 3166 alpha-2: whose numbers may be written without a country code. */
  readonly defaultCountry?: string | undefined;
}

const refused = (problem: string): PhoneParse => ({ ok: false, problem });

/** Separators as people and spreadsheets write them: all spaces, hyphens and dashes, full stops, slashes, parentheses. */
const allowedCharacters = /^\+?[\d\s().\-/\u2010-\u2015\u2212]+$/;
const extension = /(?:ext|extension|x|;ext=|#|,)\s*\.?\s*\d+\s*$/i;

/** More digits than any number has, and room for separators. */
const longestText = 40;

/** Kinds of numbers that no person answers, or that cost whoever calls. */
const refusedTypes: readonly string[] = ['PREMIUM_RATE', 'PAGER', 'VOICEMAIL'];

/** Ofcom's numbers for drama: nobody has them, so no numbering plan lists them. */
const dramaNumbers = /^\+447700900\d{3}$/;

/**
 * Reads a phone number as people type it, e.g. `(212) 555-0100` of the `defaultCountry` or `+44 7700 900123`.
 *
 * Refuses letters, extensions, numbers of an impossible length or of no numbering plan, numbers that belong to no country
 * (satellite, international toll-free), and premium rates, pagers and voicemail where the numbering data tells them
 * apart: it does for the countries that share a calling code, such as the United States and the United Kingdom.
 */
export function parsePhone(text: string, { defaultCountry }: PhoneParseOptions = {}): PhoneParse {
  const problem = problemOfText(text.trim());
  if (problem !== undefined) return refused(problem);
  const parsed = parsePhoneNumberFromString(text.trim(), {
    extract: false,
    ...(defaultCountry === undefined ? {} : { defaultCountry: defaultCountry.toUpperCase() as CountryCode }),
  });
  if (parsed === undefined) {
    const problem =
      defaultCountry === undefined || text.includes('+')
        ? 'has no country code that is in use'
        : 'is not a phone number';
    return refused(`${problem}: write it as +, country code and number, e.g. +12125550100`);
  }
  return judge(parsed);
}

function problemOfText(text: string): string | undefined {
  if (text === '') return 'is empty';
  if (text.length > longestText) return `is longer than ${String(longestText)} characters`;
  if (extension.test(text)) return 'has an extension, which cannot be dialled';
  if (/\p{L}/u.test(text)) return 'contains letters';
  return allowedCharacters.test(text) ? undefined : 'contains characters that are no part of a phone number';
}

function judge(parsed: ParsedPhone): PhoneParse {
  const isDrama = dramaNumbers.test(parsed.number);
  const country = isDrama ? 'GB' : parsed.country;
  const problem = isDrama ? undefined : problemOfNumber(parsed);
  if (country === undefined || problem !== undefined) return refused(problem ?? noCountry);
  const phone = phoneNumberSchema.safeParse(parsed.number);
  return phone.success ? { ok: true, phone: phone.data, country } : refused('is shorter than seven digits');
}

const noCountry = 'belongs to no country, or is not in the numbering plan of its country';

function problemOfNumber(parsed: ParsedPhone): string | undefined {
  if (!parsed.isPossible()) return 'is too short or too long for its country';
  if (parsed.country === undefined || !parsed.isValid()) return noCountry;
  const isRefused = refusedTypes.includes(parsed.getType() ?? '');
  return isRefused ? 'is a premium-rate, pager or voicemail number' : undefined;
}

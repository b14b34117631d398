import type { PhoneNumber } from '../identifiers.ts';
import type { Locale } from '../outreach-request.ts';
import { parsePhone } from '../phone.ts';
import { timeZonesOf } from '../time-zones.ts';
import { canonicalTimeZone } from '../zone-clock.ts';
import type { LeadFields } from './lead-columns.ts';
import { accepted, rejected, type FieldParse } from './row-problem.ts';
import { readRequiredText, readText } from './text-fields.ts';

export interface PhoneField {
  readonly phone: PhoneNumber;
  readonly country: string;
}

export function readPhone(fields: LeadFields, defaultCountry: string | undefined): FieldParse<PhoneField> {
  const text = readRequiredText(fields, 'phone');
  if (!text.ok) return text;
  const parsed = parsePhone(text.value, { defaultCountry });
  return parsed.ok ? accepted(parsed) : rejected('phone', 'INVALID_PHONE', parsed.problem);
}

export interface ZoneField {
  /** As given with the lead. */
  readonly timeZone: string | undefined;
  /** Given or derived; none when unknown. */
  readonly zones: readonly string[];
}

/** The zone under the name that the runtime prefers: `america/new_york` is `America/New_York`. */
export function readTimeZone(fields: LeadFields, phone: PhoneNumber): FieldParse<ZoneField> {
  const text = readText(fields, 'time_zone');
  if (!text.ok) return text;
  if (text.value === undefined) return accepted({ timeZone: undefined, zones: timeZonesOf(phone) });
  const timeZone = canonicalTimeZone(text.value);
  return timeZone === undefined
    ? rejected('time_zone', 'INVALID_FIELD', 'must be an IANA time zone, e.g. America/New_York')
    : accepted({ timeZone, zones: [timeZone] });
}

const languageTag = /^(?<language>en|es)(?:[-_](?<region>[a-z]{2}|419))?$/i;

/** English as it is spoken in the number's country. */
const englishOf = (country: string): Locale => (country === 'GB' ? 'en-GB' : 'en-US');

/** `en`, `en-US`, `en_GB`, `es` and `es` of any region; without one, English of the number's country. */
export function readLocale(fields: LeadFields, country: string): FieldParse<Locale> {
  const text = readText(fields, 'language');
  if (!text.ok) return text;
  const locale = text.value === undefined ? englishOf(country) : localeOf(text.value, country);
  return locale === undefined
    ? rejected('language', 'INVALID_FIELD', 'must be English or Spanish: en, en-US, en-GB, es or es-US')
    : accepted(locale);
}

function localeOf(language: string, country: string): Locale | undefined {
  const tag = languageTag.exec(language)?.groups;
  if (tag === undefined) return undefined;
  return tag['language']?.toLowerCase() === 'es'
    ? 'es-US'
    : englishOf(tag['region']?.toUpperCase() ?? country);
}

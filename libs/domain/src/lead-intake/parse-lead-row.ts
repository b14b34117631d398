import type { Instant } from '../calling-policy/decision.ts';
import { deriveRequestId } from '../identifiers.ts';
import type { Consent, Lead, OutreachRequest } from '../outreach-request.ts';
import type { LeadFields } from './lead-columns.ts';
import { readLocale, readPhone, readTimeZone } from './place-fields.ts';
import { accepted, type FieldParse, type RowProblem } from './row-problem.ts';
import { readEmail, readRequestId, readRequiredText, readText } from './text-fields.ts';
import { readConsent, readPreferredTime } from './time-fields.ts';

export interface LeadRowContext {
  /** 1 to 80 characters. */
  readonly campaign: string;
  readonly channel: OutreachRequest['channel'];
  /** ISO 3166 alpha-2: whose numbers may be written without a country code. */
  readonly defaultCountry?: string | undefined;
  readonly now: Instant;
}

export type LeadRowParse = { readonly ok: true; readonly request: OutreachRequest } | RowProblem;

/**
 * Reads one row of a file, or one lead of a form, into a request that its schema accepts; the first problem rejects it.
 *
 * Texts are carried as they are, whatever they look like (formulas, markup, instructions): they are data. A row without
 * `request_id` gets one from campaign, number and interest, so that the same row twice is one request.
 */
export function parseLeadRow(fields: LeadFields, context: LeadRowContext): LeadRowParse {
  const lead = readLead(fields, context);
  if (!lead.ok) return lead;
  const times = readTimes(fields, lead.value.zones, context.now);
  if (!times.ok) return times;
  const request = readRequest(fields);
  if (!request.ok) return request;
  const { phone } = lead.value.lead;
  const { requestId, ...rest } = request.value;
  return {
    ok: true,
    request: {
      ...rest,
      ...times.value,
      requestId: requestId ?? deriveRequestId(context.campaign, phone, rest.interest),
      campaign: context.campaign,
      channel: context.channel,
      lead: lead.value.lead,
    },
  };
}

interface LeadReading {
  readonly lead: Lead;
  readonly zones: readonly string[];
}

function readLead(fields: LeadFields, { defaultCountry }: LeadRowContext): FieldParse<LeadReading> {
  const names = readAll({
    firstName: readText(fields, 'first_name'),
    lastName: readRequiredText(fields, 'last_name'),
    company: readText(fields, 'company'),
    email: readEmail(fields),
  });
  if (!names.ok) return names;
  const phone = readPhone(fields, defaultCountry);
  if (!phone.ok) return phone;
  const places = readAll({
    zone: readTimeZone(fields, phone.value.phone),
    locale: readLocale(fields, phone.value.country),
  });
  if (!places.ok) return places;
  const { zone, locale } = places.value;
  const given = withoutUndefined({ ...names.value, timeZone: zone.timeZone });
  return accepted({ lead: { ...given, phone: phone.value.phone, locale }, zones: zone.zones });
}

function readTimes(
  fields: LeadFields,
  zones: readonly string[],
  now: Instant,
): FieldParse<{ consent: Consent; preferredTime?: string }> {
  const times = readAll({
    consent: readConsent(fields, { zones, now }),
    preferredTime: readPreferredTime(fields, zones),
  });
  return times.ok ? accepted(withoutUndefined(times.value)) : times;
}

function readRequest(fields: LeadFields) {
  const texts = readAll({
    requestId: readRequestId(fields),
    interest: readRequiredText(fields, 'interest'),
    notes: readText(fields, 'notes'),
  });
  return texts.ok ? accepted(withoutUndefined(texts.value)) : texts;
}

type Parses = Readonly<Record<string, FieldParse<unknown>>>;
type ValuesOf<P extends Parses> = { [K in keyof P]: Extract<P[K], { ok: true }>['value'] };

/** All values, or the first problem. */
function readAll<P extends Parses>(parses: P): FieldParse<ValuesOf<P>> {
  const problem = Object.values(parses).find((parse) => !parse.ok);
  if (problem?.ok === false) return problem;
  const values = Object.entries(parses).map(([key, parse]) => [key, parse.ok ? parse.value : undefined]);
  return accepted(Object.fromEntries(values) as ValuesOf<P>);
}

type Defined<T> = { [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined> } & {
  [K in keyof T as undefined extends T[K] ? never : K]: T[K];
};

/** Absent instead of undefined, as the request's schema and its JSON have it. */
const withoutUndefined = <T extends object>(value: T): Defined<T> =>
  Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as Defined<T>;

import * as z from 'zod';
import { requestIdSchema, type RequestId } from '../identifiers.ts';
import { cleanText } from '../text.ts';
import type { LeadColumn, LeadFields } from './lead-columns.ts';
import { accepted, rejected, type FieldParse } from './row-problem.ts';

/** The greatest length of each text, in UTF-16 code units: that of the request's schema. */
export const longestText = {
  request_id: 64,
  first_name: 40,
  last_name: 80,
  company: 255,
  phone: 40,
  email: 80,
  time_zone: 64,
  language: 35,
  interest: 255,
  notes: 2000,
  consent: 10,
  consent_at: 40,
  consent_source: 255,
  preferred_time: 40,
} as const satisfies Record<LeadColumn, number>;

/** A text without control characters and outer space; undefined when nothing is left. */
export function readText(fields: LeadFields, field: LeadColumn): FieldParse<string | undefined> {
  const value = cleanText(fields[field] ?? '');
  if (value === '') return accepted(undefined);
  const limit = longestText[field];
  if (value.length <= limit) return accepted(value);
  const lengths = `has ${String(value.length)} characters; at most ${String(limit)} are allowed`;
  return rejected(field, 'FIELD_TOO_LONG', lengths);
}

export function readRequiredText(fields: LeadFields, field: LeadColumn): FieldParse<string> {
  const text = readText(fields, field);
  if (!text.ok) return text;
  return text.value === undefined ? rejected(field, 'FIELD_MISSING', 'is empty') : accepted(text.value);
}

export function readEmail(fields: LeadFields): FieldParse<string | undefined> {
  const text = readText(fields, 'email');
  if (!text.ok || text.value === undefined || z.email().safeParse(text.value).success) return text;
  return rejected('email', 'INVALID_FIELD', 'must be an e-mail address, e.g. robin@example.com');
}

/** Undefined when the row has none: then it is derived. */
export function readRequestId(fields: LeadFields): FieldParse<RequestId | undefined> {
  const text = readText(fields, 'request_id');
  if (!text.ok) return text;
  if (text.value === undefined) return accepted(undefined);
  const id = requestIdSchema.safeParse(text.value);
  if (id.success) return accepted(id.data);
  return rejected('request_id', 'INVALID_FIELD', 'must be 1 to 64 letters, digits, "-" or "_"');
}

import * as z from 'zod';
import { phoneNumberSchema, requestIdSchema } from './identifiers.ts';
import { locales } from './locales.ts';
import { instantSchema, text } from './text.ts';

export const localeSchema = z.enum(locales);
export type Locale = z.infer<typeof localeSchema>;

/** The person to be called. Every text is data: it is never executed, rendered as markup or obeyed as an instruction. */
export const leadSchema = z.strictObject({
  firstName: text(40).optional(),
  lastName: text(80),
  company: text(255).optional(),
  phone: phoneNumberSchema,
  email: z.email('must be an e-mail address').max(80, 'must be at most 80 characters').optional(),
  /** IANA name; derived from the number when absent. */
  timeZone: z.string().check(z.minLength(1), z.maxLength(64)).optional(),
  locale: localeSchema,
});
export type Lead = z.infer<typeof leadSchema>;

/** The recipient's permission to be called: without time and source it is none. */
export const consentSchema = z.strictObject({ at: instantSchema, source: text(255) });
export type Consent = z.infer<typeof consentSchema>;

export const channels = ['FILE', 'CHAT', 'SMS', 'VOICE', 'API'] as const;

/** A wish that a person be called: the input of the workflow. */
export const outreachRequestSchema = z.strictObject({
  requestId: requestIdSchema,
  campaign: text(80),
  channel: z.enum(channels),
  lead: leadSchema,
  consent: consentSchema,
  interest: text(255),
  notes: text(2000).optional(),
  /** The recipient wants no call before this moment. */
  preferredTime: instantSchema.optional(),
});
export type OutreachRequest = z.infer<typeof outreachRequestSchema>;

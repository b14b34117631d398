import * as z from 'zod/mini';
import { contactId, instant } from '../fields.ts';
import { checklistSchema } from './checklist.ts';
import { historySchema } from './history.ts';
import { crmStates, savedWrapUpSchema } from './wrap-up.ts';

/** Whether the person may be called now, by the calling policy. */
const callingHoursSchema = z.object({
  isOpen: z.boolean(),
  /** Where they are closed: when they open next. */
  opensAt: z.optional(instant()),
});

/** Who is on the line. Every text came from outside: show it as text. */
export const personSchema = z.object({
  name: z.string(),
  company: z.optional(z.string()),
  /** All but the last two digits are hidden, e.g. `•••••••••00`. */
  maskedNumber: z.optional(z.string()),
  /** BCP 47. */
  locale: z.string(),
  /** IANA name; missing when neither given nor told by the number. */
  timeZone: z.optional(z.string()),
  callingHours: z.optional(callingHoursSchema),
  doNotCall: z.boolean(),
});
export type Person = z.infer<typeof personSchema>;

/** Why we call, or why they came. */
export const matterSchema = z.object({
  requestId: z.string(),
  campaign: z.string(),
  interest: z.string(),
  /** Where the request came from: `FILE`, `CHAT`, `SMS`, `VOICE`, `API`. */
  channel: z.string(),
  notes: z.optional(z.string()),
  preferredTime: z.optional(instant()),
  consent: z.object({ at: instant(), source: z.string() }),
  /** The call that this contact is, from 1; missing when the contact only comes from the same person. */
  sequence: z.optional(z.int()),
});
export type Matter = z.infer<typeof matterSchema>;

/** Answer of `GET /api/contacts/{contactId}`. */
export const contactViewSchema = z.object({
  contactId: contactId(),
  /** Connect's channel: `VOICE`, `CHAT`, `TASK`, `EMAIL`. */
  channel: z.string(),
  /** `LEAD` by the contact's own call · `MATCHED` by number or chat session, to be confirmed by asking · `UNKNOWN`. */
  identity: z.enum(['LEAD', 'MATCHED', 'UNKNOWN']),
  /** Missing when unknown. */
  person: z.optional(personSchema),
  /** Of an unknown person who called. */
  maskedNumber: z.optional(z.string()),
  matter: z.optional(matterSchema),
  scenario: z.optional(checklistSchema),
  history: historySchema,
  /** What was saved so far; its revision goes back with the next change. */
  wrapUp: z.optional(savedWrapUpSchema),
  /** Where that wrap-up is on its way to the CRM. */
  crm: z.optional(z.enum(crmStates)),
});
export type ContactView = z.infer<typeof contactViewSchema>;

/** Answer of `POST /api/contacts/{contactId}/number`. It is written down who saw it. */
export const revealedNumberSchema = z.object({ phone: z.string(), revealedAt: instant() });
export type RevealedNumber = z.infer<typeof revealedNumberSchema>;

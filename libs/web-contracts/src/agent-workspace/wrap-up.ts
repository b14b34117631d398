import { dispositions } from '@atlas-engine/domain';
import * as z from 'zod/mini';
import { instant, oneOf } from '../fields.ts';

/** Characters of an agent's notes. */
export const longestNotes = 4000;

const wrapUpFields = () => ({
  disposition: oneOf(dispositions),
  notes: z
    .string('must be a text')
    .check(z.maxLength(longestNotes, `must be at most ${String(longestNotes)} characters`)),
  followUpAt: z.optional(instant()),
  /** The person wants no more calls: the number goes on the do-not-call list at once, and never comes off by this. */
  doNotCall: z.boolean('must be true or false'),
});

/** Body of `PUT /api/contacts/{contactId}/wrap-up`. */
export const wrapUpRequestSchema = z.strictObject({
  ...wrapUpFields(),
  /** The revision that the agent has seen; 0 when nothing was saved yet. */
  revision: z.int('must be a whole number, 0 when nothing was saved yet').check(z.minimum(0)),
});
export type WrapUpRequest = z.infer<typeof wrapUpRequestSchema>;

/** A wrap-up as it is stored. */
export const savedWrapUpSchema = z.object({
  ...wrapUpFields(),
  /** From 1, one more with each change. */
  revision: z.int(),
  savedAt: instant(),
  /** User name of the agent. */
  savedBy: z.string(),
});
export type SavedWrapUp = z.infer<typeof savedWrapUpSchema>;

/**
 * Where a saved wrap-up is on its way to the CRM: `WRITTEN` it is there · `PENDING` it follows by itself, nothing is to be done ·
 * `WITH_CALL` the call's own record takes it along at the end of the request · `NO_RECORD` the contact belongs to no lead.
 */
export const crmStates = ['WRITTEN', 'PENDING', 'WITH_CALL', 'NO_RECORD'] as const;

/** What the agent should know, though it was saved. */
export const wrapUpWarningSchema = z.object({
  code: z.enum([
    'FOLLOW_UP_OUTSIDE_CALLING_HOURS',
    'FOLLOW_UP_NOT_ALLOWED',
    'CALLING_HOURS_UNKNOWN',
    'NUMBER_UNKNOWN',
  ]),
  message: z.string(),
  field: z.optional(z.string()),
});

/** Answer to a saved wrap-up. */
export const wrapUpResponseSchema = z.object({
  wrapUp: savedWrapUpSchema,
  crm: z.enum(crmStates),
  warnings: z.array(wrapUpWarningSchema),
});
export type WrapUpResponse = z.infer<typeof wrapUpResponseSchema>;

/** Body of 409: somebody, maybe another tab, saved meanwhile; `wrapUp` is what is stored. */
export const wrapUpConflictSchema = z.object({
  error: z.object({
    code: z.literal('REVISION_CONFLICT'),
    message: z.string(),
    field: z.optional(z.string()),
  }),
  wrapUp: savedWrapUpSchema,
});
export type WrapUpConflict = z.infer<typeof wrapUpConflictSchema>;

import * as z from 'zod';
import { contactIdSchema, requestIdSchema } from './identifiers.ts';

/**
 * The message on the wrap-up queue: an agent is about to save this revision, which the CRM is to hear of. Ids only, so
 * that the queue holds nothing personal. It is sent before the wrap-up is written, so that none is ever forgotten.
 */
export const wrapUpMessageSchema = z.strictObject({
  contactId: contactIdSchema,
  requestId: requestIdSchema,
  revision: z.int().min(1),
});
export type WrapUpMessage = z.infer<typeof wrapUpMessageSchema>;

import * as z from 'zod';
import { callResultSchema } from '../call.ts';
import { leadIdSchema, requestIdSchema } from '../identifiers.ts';
import { reasonSchema } from '../reasons.ts';

/** `call` is absent, and `failure` says why, when the call itself could not be carried through. */
export const updateLeadInputSchema = z.strictObject({
  requestId: requestIdSchema,
  leadId: leadIdSchema,
  call: callResultSchema.optional(),
  failure: reasonSchema.optional(),
});
export type UpdateLeadInput = z.infer<typeof updateLeadInputSchema>;

/** What the sales team is told; no phone number and no name, the record has them. */
export const salesNotificationSchema = z.strictObject({
  subject: z.string().max(100),
  message: z.string().max(4000),
});
export const updateLeadOutputSchema = z.strictObject({
  taskId: z.string(),
  /** Calls that may have reached the network, as the CRM was told. */
  attempts: z.int().min(0),
  notification: salesNotificationSchema,
});
export type UpdateLeadOutput = z.infer<typeof updateLeadOutputSchema>;

import * as z from 'zod';
import { leadIdSchema } from '../identifiers.ts';
import { outreachRequestSchema } from '../outreach-request.ts';

export const createLeadInputSchema = z.strictObject({ request: outreachRequestSchema });
export const createLeadOutputSchema = z.strictObject({
  leadId: leadIdSchema,
  /** False when the lead existed. */
  created: z.boolean(),
  /** True when Salesforce's duplicate rules pointed to another lead. */
  duplicate: z.boolean(),
});
export type CreateLeadOutput = z.infer<typeof createLeadOutputSchema>;

import * as z from 'zod';
import { leadIdSchema } from '../identifiers.ts';
import { outreachRequestSchema } from '../outreach-request.ts';

export const generateScenarioInputSchema = z.strictObject({
  request: outreachRequestSchema,
  leadId: leadIdSchema,
});
/** The scenario itself stays in the interaction table; the workflow carries where it came from. */
export const generateScenarioOutputSchema = z.strictObject({
  source: z.enum(['MODEL', 'TEMPLATE']),
  promptVersion: z.string(),
  fallbackReason: z.string().optional(),
});
export type GenerateScenarioOutput = z.infer<typeof generateScenarioOutputSchema>;

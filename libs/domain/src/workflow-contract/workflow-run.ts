import * as z from 'zod';
import { leadIdSchema, requestIdSchema } from '../identifiers.ts';
import { outreachRequestSchema } from '../outreach-request.ts';
import { reasonSchema } from '../reasons.ts';

/** Input of AtlasEngineWorkflow. */
export const workflowInputSchema = z.strictObject({ request: outreachRequestSchema });
export type WorkflowInput = z.infer<typeof workflowInputSchema>;

/** Output of AtlasEngineWorkflow when it succeeds. */
export const workflowOutputSchema = z.strictObject({
  requestId: requestIdSchema,
  leadId: leadIdSchema,
  outcome: z.string(),
  reason: reasonSchema.optional(),
  disposition: z.string().optional(),
  attempts: z.int().min(0),
});
export type WorkflowOutput = z.infer<typeof workflowOutputSchema>;

/** What lies in the parked-requests queue until a person has dealt with it. */
export const parkedRequestSchema = z.strictObject({
  requestId: requestIdSchema,
  executionArn: z.string(),
  reason: reasonSchema,
  step: z.string(),
  cause: z.string(),
  leadId: leadIdSchema.optional(),
});
export type ParkedRequest = z.infer<typeof parkedRequestSchema>;

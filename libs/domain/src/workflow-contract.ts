import * as z from 'zod';
import { callResultSchema } from './call.ts';
import { leadIdSchema, requestIdSchema } from './identifiers.ts';
import { outreachRequestSchema } from './outreach-request.ts';
import { reasonSchema } from './reasons.ts';

/** Input of AtlasEngineWorkflow. */
export const workflowInputSchema = z.strictObject({ request: outreachRequestSchema });
export type WorkflowInput = z.infer<typeof workflowInputSchema>;

export const createLeadInputSchema = z.strictObject({ request: outreachRequestSchema });
export const createLeadOutputSchema = z.strictObject({
  leadId: leadIdSchema,
  /** False when the lead existed. */
  created: z.boolean(),
  /** True when Salesforce's duplicate rules pointed to another lead. */
  duplicate: z.boolean(),
});
export type CreateLeadOutput = z.infer<typeof createLeadOutputSchema>;

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

/** Input of InvokeOutboundCallHandler, which answers by the task token. */
export const placeCallInputSchema = z.strictObject({
  requestId: requestIdSchema,
  sequence: z.int().min(1).max(1000),
  taskToken: z.string().min(1).max(2048),
  executionArn: z.string(),
});
export type PlaceCallInput = z.infer<typeof placeCallInputSchema>;

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

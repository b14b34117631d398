import * as z from 'zod';
import { requestIdSchema } from '../identifiers.ts';

/** Input of InvokeOutboundCallHandler, which answers by the task token. */
export const placeCallInputSchema = z.strictObject({
  requestId: requestIdSchema,
  sequence: z.int().min(1).max(1000),
  taskToken: z.string().min(1).max(2048),
  executionArn: z.string(),
});
export type PlaceCallInput = z.infer<typeof placeCallInputSchema>;

import { dialRequestSchema, instantSchema } from '@atlas-engine/domain';
import type * as z from 'zod';

/**
 * A dial request that may have been given its turn already: `turnAt` is the moment that pacing reserved for it; turns up
 * to `after` are used up, and it was not dialled.
 */
export const dialMessageSchema = dialRequestSchema.extend({
  turnAt: instantSchema.optional(),
  after: instantSchema.optional(),
});
export type DialMessage = z.infer<typeof dialMessageSchema>;

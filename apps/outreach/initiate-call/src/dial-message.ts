import { dialRequestSchema, instantSchema } from '@atlas-engine/domain';
import type * as z from 'zod';

/** A dial request that may have been given its turn already: `turnAt` is the moment that pacing reserved for it. */
export const dialMessageSchema = dialRequestSchema.extend({ turnAt: instantSchema.optional() });
export type DialMessage = z.infer<typeof dialMessageSchema>;

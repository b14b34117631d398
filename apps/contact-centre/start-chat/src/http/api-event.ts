import * as z from 'zod';

/** The part of API Gateway's event (HTTP API, payload format 2.0) that is needed here. */
export const apiEventSchema = z.object({
  routeKey: z.string(),
  body: z.string().default(''),
  isBase64Encoded: z.boolean().default(false),
});
export type ApiEvent = z.infer<typeof apiEventSchema>;

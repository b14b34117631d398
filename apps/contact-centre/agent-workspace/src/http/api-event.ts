import * as z from 'zod';

const texts = z.record(z.string(), z.string()).default({});

/** The part of API Gateway's event (HTTP API, payload format 2.0) that the routes need. */
export const apiEventSchema = z.object({
  routeKey: z.string(),
  pathParameters: texts,
  queryStringParameters: texts,
  body: z.string().optional(),
  isBase64Encoded: z.boolean().default(false),
  requestContext: z.object({
    requestId: z.string(),
    authorizer: z.object({ jwt: z.object({ claims: z.record(z.string(), z.unknown()) }) }).optional(),
  }),
});
export type ApiEvent = z.infer<typeof apiEventSchema>;

import * as z from 'zod';

/** The part of API Gateway's event (HTTP API, payload format 2.0) that is needed here. */
export const apiEventSchema = z.object({
  routeKey: z.string(),
  body: z.string().default(''),
  isBase64Encoded: z.boolean().default(false),
});
export type ApiEvent = z.infer<typeof apiEventSchema>;

/** What API Gateway makes its answer of. */
export interface ApiAnswer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** An answer holds a secret: nobody on the way keeps it. */
const headers = { 'content-type': 'application/json', 'cache-control': 'no-store' } as const;

export const answerOf = (statusCode: number, body: unknown): ApiAnswer => ({
  statusCode,
  headers,
  body: JSON.stringify(body),
});

import type { WireResponse } from '@atlas-engine/aws-wire';
import * as z from 'zod';
import { internalServerError } from './refusal.ts';

const scalar = z.union([z.string(), z.number(), z.boolean()]);
/** A member that is null is as one that is not there. */
const orElse = <T extends z.ZodType>(schema: T, value: z.output<T>) =>
  schema.nullish().transform((given) => given ?? value);
const answerSchema = z.looseObject({
  statusCode: z.coerce.number().int().min(100).max(599),
  headers: orElse(z.record(z.string(), scalar), {}),
  cookies: orElse(z.array(z.string()), []),
  body: orElse(z.string(), ''),
  isBase64Encoded: orElse(z.boolean(), false),
});
type Answer = z.infer<typeof answerSchema>;

const parsed = (payload: string): unknown => {
  try {
    return JSON.parse(payload) as unknown;
  } catch {
    return undefined;
  }
};

/** Without a status code the whole result is the body. */
const inferred = (result: unknown): WireResponse => ({
  status: 200,
  headers: { 'content-type': 'application/json' },
  body: typeof result === 'string' ? result : JSON.stringify(result),
});

/**
 * What the caller gets of a function's result, payload format 2.0. A result that API Gateway does not understand is a
 * 500.
 */
export function answerOf(payload: string): WireResponse {
  const result = parsed(payload);
  if (result === undefined || result === null) return internalServerError();
  if (typeof result !== 'object' || !('statusCode' in result)) return inferred(result);
  const answer = answerSchema.safeParse(result);
  return answer.success ? written(answer.data) : internalServerError();
}

function written({ statusCode, headers, cookies, body, isBase64Encoded }: Answer): WireResponse {
  const lower = Object.entries(headers).map(([name, value]): [string, string] => [
    name.toLowerCase(),
    String(value),
  ]);
  return {
    status: statusCode,
    headers: { 'content-type': 'text/plain; charset=utf-8', ...Object.fromEntries(lower) },
    ...(cookies.length > 0 && { cookies }),
    body: isBase64Encoded ? Buffer.from(body, 'base64') : body,
  };
}

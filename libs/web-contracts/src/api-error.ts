import * as z from 'zod/mini';

/** What every route answers when it does not do what was asked. The message holds nothing personal. */
export const apiErrorSchema = z.object({
  error: z.object({
    /** In capitals, from the closed list of the API. */
    code: z.string(),
    message: z.string(),
    /** The field of the request that is to blame, e.g. `followUpAt`. */
    field: z.optional(z.string()),
  }),
});
export type ApiError = z.infer<typeof apiErrorSchema>;

/** Codes for answers that come from the API's gateway or from nowhere, not from a function of ours. */
const codesByStatus: Readonly<Record<number, string>> = {
  401: 'UNAUTHENTICATED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  413: 'TOO_LARGE',
  429: 'TOO_MANY_REQUESTS',
  503: 'UNAVAILABLE',
  504: 'UNAVAILABLE',
};

/** The error of an answer that is not 2xx, whoever wrote its body: our function, API Gateway, CloudFront or WAF. */
export function readApiError(status: number, body: unknown): ApiError['error'] {
  const ours = apiErrorSchema.safeParse(body);
  if (ours.success) return ours.data.error;
  return { code: codesByStatus[status] ?? 'INTERNAL', message: `The server answered ${String(status)}.` };
}

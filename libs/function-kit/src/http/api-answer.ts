/** What API Gateway (HTTP API, payload format 2.0) makes its answer of. */
export interface ApiAnswer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Answers hold what is personal or secret: nobody on the way keeps them. */
const headers = { 'content-type': 'application/json', 'cache-control': 'no-store' } as const;

/** An answer in JSON that no cache keeps. */
export const answerOf = (statusCode: number, body: unknown): ApiAnswer => ({
  statusCode,
  headers,
  body: JSON.stringify(body),
});

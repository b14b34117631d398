import type { Budget } from './clock.ts';
import { SalesforceResponseError, SalesforceTimeoutError, SalesforceUnavailableError } from './errors.ts';

/** The part of `fetch` that the client uses. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** One request, complete. */
export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PATCH';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** One answer, read to its end. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** What a message may say of a call: `upsert Lead`. */
export interface CallLabel {
  readonly name: string;
  /** Whether the call may be sent twice without writing twice. */
  readonly repeatable: boolean;
}

/** How requests are sent. */
export interface HttpOptions {
  readonly fetch: Fetch;
  /** Longest wait for one answer, in milliseconds. */
  readonly requestTimeoutMs: number;
}

/**
 * Sends one request once and reads the whole answer.
 *
 * @throws SalesforceTimeoutError, SalesforceUnavailableError when no answer comes
 */
export async function exchange(
  options: HttpOptions,
  request: HttpRequest,
  { label, budget }: { readonly label: CallLabel; readonly budget: Budget },
): Promise<HttpAnswer> {
  const timeoutMs = Math.ceil(Math.min(options.requestTimeoutMs, budget.left()));
  if (timeoutMs <= 0) throw outOfTime(label, budget);
  const { method, url, headers, body } = request;
  const init = { method, headers, redirect: 'manual', signal: AbortSignal.timeout(timeoutMs) } as const;
  try {
    const answer = await options.fetch(url, body === undefined ? init : { ...init, body });
    return { status: answer.status, headers: answer.headers, text: await answer.text() };
  } catch (error) {
    throw noAnswer(label, error, timeoutMs);
  }
}

const outOfTime = ({ name }: CallLabel, { totalMs }: Budget): SalesforceTimeoutError =>
  new SalesforceTimeoutError(`Salesforce: ${name} was not sent, its ${totalMs} ms were used up.`, {
    retryable: true,
    details: { budgetMs: totalMs },
  });

function noAnswer({ name, repeatable }: CallLabel, error: unknown, timeoutMs: number) {
  const details = repeatable ? {} : { outcomeUnknown: true };
  const advice = repeatable ? '' : ' Whether it took effect is unknown: look before you repeat it.';
  return isTimeout(error)
    ? new SalesforceTimeoutError(`Salesforce: ${name} got no answer within ${timeoutMs} ms.${advice}`, {
        retryable: repeatable,
        details: { ...details, timeoutMs },
        cause: error,
      })
    : new SalesforceUnavailableError(`Salesforce: ${name} got no answer, the connection failed.${advice}`, {
        retryable: repeatable,
        details,
        cause: error,
      });
}

/** By name: the error may come from another realm. */
const isTimeout = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  'name' in error &&
  (error.name === 'TimeoutError' || error.name === 'AbortError');

/** The JSON of an answer; undefined for an empty body. @throws SalesforceResponseError */
export function jsonOf(answer: HttpAnswer, name: string): unknown {
  if (answer.text === '') return undefined;
  try {
    return JSON.parse(answer.text);
  } catch {
    // The parser's message quotes the answer.
    throw new SalesforceResponseError(`Salesforce: ${name} was answered with something that is no JSON.`, {
      status: answer.status,
    });
  }
}

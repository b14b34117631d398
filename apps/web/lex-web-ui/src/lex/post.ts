import { ChatProblem, type ProblemCode } from '../problem.ts';

/** Milliseconds that an answer may take; a code hook has 30 seconds. */
const patience = 35_000;

/** What requests are sent with: the browser's own, or a test's. */
export interface Network {
  readonly fetch: typeof fetch;
  readonly isOnline: () => boolean;
}

/** The browser's network. */
export const browserNetwork: Network = {
  fetch: (input, init) => fetch(input, init),
  isOnline: () => navigator.onLine,
};

/** Sends a request; an answer that is not 2xx, or none, is a problem. @throws ChatProblem */
export async function request(
  { fetch, isOnline }: Network,
  url: string | URL,
  init: RequestInit,
): Promise<Response> {
  let answer: Response;
  try {
    answer = await fetch(url, { ...init, signal: AbortSignal.timeout(patience) });
  } catch (cause) {
    throw new ChatProblem(unanswered(cause, isOnline()), '', { cause });
  }
  if (answer.ok) return answer;
  throw await refusal(answer);
}

function unanswered(cause: unknown, online: boolean): ProblemCode {
  if (!online) return 'offline';
  return cause instanceof DOMException && cause.name === 'TimeoutError' ? 'timeout' : 'unreachable';
}

/** What the services call an error, by the start of the name. */
const names: readonly (readonly [pattern: RegExp, code: ProblemCode])[] = [
  [/^(Throttling|TooManyRequests|LimitExceeded|SlowDown)/, 'throttled'],
  [/^(ExpiredToken|UnrecognizedClient|InvalidClientTokenId)/, 'expired'],
  [/^(AccessDenied|NotAuthorized|Forbidden)/, 'refused'],
  [/^Conflict/, 'busy'],
];
const statuses: Readonly<Record<number, ProblemCode>> = {
  401: 'refused',
  403: 'refused',
  409: 'busy',
  429: 'throttled',
};

async function refusal(answer: Response): Promise<ChatProblem> {
  const body = await answer.text().catch(() => '');
  const name = nameOf(
    answer.headers.get('x-amzn-errortype') ?? fieldOf(body, '__type') ?? fieldOf(body, 'code'),
  );
  // "Signature expired: … is now earlier than …", "Signature not yet current": the time of the signature is off.
  if (/Signature (expired|not yet current)|RequestTimeTooSkewed/.test(body))
    return new ChatProblem('clock', name);
  const known = names.find(([pattern]) => pattern.test(name))?.[1];
  return new ChatProblem(known ?? statuses[answer.status] ?? 'failed', name || `HTTP ${answer.status}`);
}

/** `com.amazon#ThrottlingException:http://…` is `ThrottlingException`. */
const nameOf = (type: string | undefined): string => (type ?? '').replace(/^.*#/, '').replace(/:.*$/, '');

function fieldOf(body: string, field: string): string | undefined {
  return new RegExp(`"${field}"\\s*:\\s*"([^"]{1,200})"`).exec(body)?.[1];
}

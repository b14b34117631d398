import { readApiError } from '@atlas-engine/web-contracts';
import { WorkspaceError } from './workspace-error.ts';

/** Milliseconds after which a request counts as lost. */
export const requestTimeout = 10_000;

export interface RequestOptions {
  /** Of the API, without a slash at the end. */
  readonly baseUrl: string;
  /** The agent's token; `renewed` asks for a new one, because the server refused the last. */
  readonly token: (renewed: boolean) => Promise<string>;
  readonly fetch: typeof fetch;
  readonly isOnline: () => boolean;
}

interface Question<Answer> {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly schema: { parse(value: unknown): Answer };
  readonly body?: unknown;
}

/** Asks the API with the agent's token; a token that was refused is renewed once. */
export function createRequest({ baseUrl, token, fetch, isOnline }: RequestOptions) {
  const send = async (question: Question<unknown>, renewed: boolean): Promise<Response> => {
    const authorization = `Bearer ${await token(renewed)}`;
    const hasBody = question.body !== undefined;
    try {
      return await fetch(`${baseUrl}${question.path}`, {
        method: question.method,
        headers: { authorization, ...(hasBody ? { 'content-type': 'application/json' } : {}) },
        signal: AbortSignal.timeout(requestTimeout),
        cache: 'no-store',
        ...(hasBody ? { body: JSON.stringify(question.body) } : {}),
      });
    } catch (cause) {
      throw unanswered(cause, isOnline());
    }
  };
  return async <Answer>(question: Question<Answer>): Promise<Answer> => {
    const first = await send(question, false);
    const answer = first.status === 401 ? await send(question, true) : first;
    const body: unknown = await answer.json().catch(() => undefined);
    if (!answer.ok) throw refused(answer.status, body);
    return readAnswer(question, body);
  };
}

function unanswered(cause: unknown, online: boolean): WorkspaceError {
  if (!online) return new WorkspaceError('OFFLINE', 'There is no network.');
  const timedOut = cause instanceof DOMException && cause.name === 'TimeoutError';
  return timedOut
    ? new WorkspaceError('TIMED_OUT', 'The server did not answer in time.')
    : new WorkspaceError('UNAVAILABLE', 'The server cannot be reached.');
}

function refused(status: number, body: unknown): WorkspaceError {
  const { code, message, field } = readApiError(status, body);
  return status === 401
    ? new WorkspaceError('SESSION_EXPIRED', 'Your sign-in has expired.')
    : new WorkspaceError(code, message, { field, body });
}

function readAnswer<Answer>({ schema }: Question<Answer>, body: unknown): Answer {
  try {
    return schema.parse(body);
  } catch {
    throw new WorkspaceError(
      'UNREADABLE',
      'The server’s answer has another form than this page knows: load it again.',
    );
  }
}

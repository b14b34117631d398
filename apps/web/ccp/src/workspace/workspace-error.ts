/** Codes of the page's own making; all others are the API's. */
export type WorkspaceErrorCode = 'OFFLINE' | 'TIMED_OUT' | 'SESSION_EXPIRED' | 'UNREADABLE' | (string & {});

/** A request to the API that did not succeed. The message is for the agent and holds nothing personal. */
export class WorkspaceError extends Error {
  override readonly name = 'WorkspaceError';
  readonly code: WorkspaceErrorCode;
  readonly field: string | undefined;
  /** The body of a 409, which says what is stored. */
  readonly body: unknown;

  constructor(
    code: WorkspaceErrorCode,
    message: string,
    more: { field?: string | undefined; body?: unknown } = {},
  ) {
    super(message);
    this.code = code;
    this.field = more.field;
    this.body = more.body;
  }
}

/** Whether the same request may succeed a little later. */
export const isPassing = ({ code }: WorkspaceError): boolean =>
  ['OFFLINE', 'TIMED_OUT', 'UNAVAILABLE', 'TOO_MANY_REQUESTS', 'INTERNAL', 'UNREADABLE'].includes(code);

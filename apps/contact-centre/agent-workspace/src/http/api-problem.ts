import { AtlasError } from '@atlas-engine/domain';
import type { AgentWorkspaceErrorCode } from '@atlas-engine/web-contracts';

const statuses = {
  INVALID_REQUEST: 400,
  UNAUTHENTICATED: 401,
  NOT_YOUR_CONTACT: 403,
  CONTACT_NOT_ACCEPTED: 403,
  CONTACT_NOT_FOUND: 404,
  NUMBER_UNKNOWN: 404,
  ROUTE_NOT_FOUND: 404,
  REVISION_CONFLICT: 409,
  UNAVAILABLE: 503,
  INTERNAL: 500,
} as const satisfies Readonly<Record<AgentWorkspaceErrorCode, number>>;

/** What a route answers in place of what was asked. The message is shown to the agent and holds nothing personal. */
export class ApiProblem extends AtlasError {
  override readonly name = 'ApiProblem';
  readonly code: AgentWorkspaceErrorCode;
  readonly status: number;
  /** The field of the request that is to blame. */
  readonly field: string | undefined;
  /** What the answer says beside the error. */
  readonly body: Readonly<Record<string, unknown>>;

  constructor(
    code: AgentWorkspaceErrorCode,
    message: string,
    options: { readonly field?: string; readonly body?: Readonly<Record<string, unknown>> } = {},
  ) {
    super(message, { retryable: code === 'UNAVAILABLE', details: { code } });
    this.code = code;
    this.status = statuses[code];
    this.field = options.field;
    this.body = options.body ?? {};
  }
}

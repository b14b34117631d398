import { AtlasError } from '@atlas-engine/domain';
import type { StartChatErrorCode } from '@atlas-engine/web-contracts';

const statuses = {
  INVALID_REQUEST: 400,
  TICKET_UNKNOWN: 403,
  TICKET_EXPIRED: 410,
  ROUTE_NOT_FOUND: 404,
  TOO_MANY_CHATS: 429,
  UNAVAILABLE: 503,
  INTERNAL: 500,
} as const satisfies Readonly<Record<StartChatErrorCode, number>>;

/** What is answered in place of a chat. The message is shown to the customer and holds nothing personal. */
export class ApiProblem extends AtlasError {
  override readonly name = 'ApiProblem';
  readonly code: StartChatErrorCode;
  readonly status: number;
  /** The field of the request that is to blame. */
  readonly field: string | undefined;

  constructor(code: StartChatErrorCode, message: string, field?: string) {
    super(message, { retryable: code === 'UNAVAILABLE' || code === 'TOO_MANY_CHATS', details: { code } });
    this.code = code;
    this.status = statuses[code];
    this.field = field;
  }
}

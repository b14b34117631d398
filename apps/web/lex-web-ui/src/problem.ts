/**
 * Why something did not work, as the customer is told:
 * `offline` no network, `unreachable` no answer, `timeout` none in time, `throttled` too many requests, `expired` no
 * valid credentials, `refused` not permitted, `clock` the device's clock is wrong, `busy` another turn goes on,
 * `too-long` more than may be said at once, `failed` the service failed, `unreadable` its answer is not understood.
 */
export const problemCodes = [
  'offline',
  'unreachable',
  'timeout',
  'throttled',
  'expired',
  'refused',
  'clock',
  'busy',
  'too-long',
  'failed',
  'unreadable',
] as const;
export type ProblemCode = (typeof problemCodes)[number];

/** A failure that has a text for the customer. */
export class ChatProblem extends Error {
  readonly code: ProblemCode;
  /** What the service calls it, for whoever looks into it. */
  readonly detail: string;

  constructor(code: ProblemCode, detail = '', options?: ErrorOptions) {
    super(`${code}${detail && `: ${detail}`}`, options);
    this.name = 'ChatProblem';
    this.code = code;
    this.detail = detail;
  }
}

/** Whether the request surely had no effect, so that repeating it says nothing twice. */
export const isSafeToRepeat = ({ code }: ChatProblem): boolean =>
  code === 'throttled' || code === 'busy' || code === 'expired';

/** Any failure as a problem. */
export const problemOf = (error: unknown): ChatProblem =>
  error instanceof ChatProblem ? error : new ChatProblem('failed', String(error), { cause: error });

/**
 * `TIMED_OUT` Connect did not answer: it may have happened all the same · `NOT_POSSIBLE_NOW` the contact or the agent is in
 * another state by now · `NOT_ALLOWED` · `THROTTLED` · `BAD_ENDPOINT` · `GONE` the contact or leg is no longer there ·
 * `FAILED` anything else.
 */
export type ConnectErrorCode =
  'TIMED_OUT' | 'NOT_POSSIBLE_NOW' | 'NOT_ALLOWED' | 'THROTTLED' | 'BAD_ENDPOINT' | 'GONE' | 'FAILED';

const sayings: Readonly<Record<ConnectErrorCode, string>> = {
  TIMED_OUT: 'Amazon Connect did not answer in time; look whether it happened before you try again',
  NOT_POSSIBLE_NOW: 'it is not possible in the state that the call or you are in',
  NOT_ALLOWED: 'your security profile does not allow it',
  THROTTLED: 'too many requests; wait a moment',
  BAD_ENDPOINT: 'the number or the quick connect cannot be reached',
  GONE: 'the contact is no longer there',
  FAILED: 'Amazon Connect refused it',
};

/** A command that Amazon Connect did not do. The message is for the agent and holds nothing personal. */
export class ConnectError extends Error {
  override readonly name = 'ConnectError';
  readonly code: ConnectErrorCode;
  /** What was asked, e.g. `hold`. */
  readonly command: string;

  constructor(command: string, code: ConnectErrorCode) {
    super(`${command}: ${sayings[code]}.`);
    this.code = code;
    this.command = command;
  }
}

const codesByException: Readonly<Record<string, ConnectErrorCode>> = {
  InvalidStateException: 'NOT_POSSIBLE_NOW',
  AccessDeniedException: 'NOT_ALLOWED',
  UnauthorizedException: 'NOT_ALLOWED',
  QuotaExceededException: 'THROTTLED',
  ThrottlingException: 'THROTTLED',
  TooManyRequestsException: 'THROTTLED',
  BadEndpointException: 'BAD_ENDPOINT',
  ContactNotFoundException: 'GONE',
  ConnectionNotFoundException: 'GONE',
};

/** The code of what streams hands to a failure callback: a JSON text with a `type`, or any text. */
export function codeOfFailure(failure: unknown): ConnectErrorCode {
  if (typeof failure !== 'string') return 'FAILED';
  try {
    const { type } = JSON.parse(failure) as { type?: unknown };
    return typeof type === 'string' ? (codesByException[type] ?? 'FAILED') : 'FAILED';
  } catch {
    return 'FAILED';
  }
}

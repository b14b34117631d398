/** The command line is wrong; the message names the argument and what is allowed. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** An operation cannot go on; the message says what to do. */
export class OperationError extends Error {
  override readonly name = 'OperationError';
}

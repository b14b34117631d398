/** An operation cannot go on; the message says what to do. */
export class OperationError extends Error {
  override readonly name = 'OperationError';
}

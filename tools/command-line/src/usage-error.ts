/** The command line is wrong; the message names the argument and what is allowed. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

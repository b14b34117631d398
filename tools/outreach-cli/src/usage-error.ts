/** The command line asks for something that does not go together; nothing was carried out. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

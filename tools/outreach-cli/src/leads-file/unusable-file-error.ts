/** The file as a whole cannot be used; nothing of it was carried out. */
export class UnusableFileError extends Error {
  override readonly name = 'UnusableFileError';
}

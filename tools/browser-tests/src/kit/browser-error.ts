/** A browser or a system for it that cannot be had; the message says what to do. */
export class BrowserError extends Error {
  override readonly name = 'BrowserError';
}

/** The local cloud does not answer, or not as it should. */
export class CloudUnreachableError extends Error {
  override readonly name = 'CloudUnreachableError';
}

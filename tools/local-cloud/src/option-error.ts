/** An option of the local cloud has a value that it can not have. The message names the option and what is allowed. */
export class OptionError extends Error {
  override readonly name = 'OptionError';
}

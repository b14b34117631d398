/** A bot or alias that the double cannot run. The message names the property and what is allowed. */
export class LexDefinitionError extends Error {
  override readonly name = 'LexDefinitionError';
}

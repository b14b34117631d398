import { isError } from '../is-error.ts';
import { redactForLog } from './redaction.ts';

const originalOf = (thrown: unknown): Error =>
  isError(thrown) ? thrown : { name: 'UnknownFailure', message: 'Something was thrown that is no error.' };

const codeOf = (error: Error): string | undefined =>
  'code' in error && typeof error.code === 'string' ? error.code : undefined;

/**
 * The error that leaves a function: the platform writes it to the log and to the workflow's history as it is. Name
 * and code stay, because Retry, Catch and guards compare them; message and stack lose what is personal; every other
 * property of the original, such as an SDK error's response, stays behind.
 */
export class SurfacedError extends Error {
  override readonly name: string;
  readonly code: string | undefined;

  constructor(thrown: unknown) {
    const original = originalOf(thrown);
    super(redactForLog(original.message));
    this.name = original.name;
    this.code = codeOf(original);
    if (original.stack !== undefined) this.stack = redactForLog(original.stack);
  }
}

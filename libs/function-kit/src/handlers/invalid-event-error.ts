import { AtlasError } from '@atlas-engine/domain';
import type { Problem } from '../problems.ts';

/** What the trigger sent breaks its contract. The message lists paths and what is allowed there, never values. */
export class InvalidEventError extends AtlasError {
  override readonly name = 'InvalidEventError';
  readonly code = 'INVALID_EVENT';
  readonly problems: readonly Problem[];

  constructor(handler: string, problems: readonly Problem[]) {
    const list = problems.map(({ path, problem }) => `${path} ${problem}`).join('; ');
    super(`${handler} was invoked with an event that breaks its contract: ${list}.`, { retryable: false });
    this.problems = problems;
  }
}

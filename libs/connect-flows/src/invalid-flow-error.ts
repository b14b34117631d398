import { AtlasError } from '@atlas-engine/domain';

/** A flow that Amazon Connect would refuse, or that has a block which is never reached. */
export class InvalidFlowError extends AtlasError {
  override readonly name = 'InvalidFlowError';
  readonly code = 'INVALID_FLOW';
  readonly problems: readonly string[];

  constructor(flow: string, problems: readonly string[]) {
    super(`Flow ${flow}: ${problems.join('; ')}`, { retryable: false, details: { flow } });
    this.problems = problems;
  }
}

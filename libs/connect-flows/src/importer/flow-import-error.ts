import { AtlasError } from '@atlas-engine/domain';

/** A file that cannot be imported. The message says why and what to do. */
export class FlowImportError extends AtlasError {
  override readonly name = 'FlowImportError';
  readonly code = 'FLOW_IMPORT';

  constructor(problem: string, remedy: string) {
    super(`${problem}. ${remedy}.`, { retryable: false });
  }
}

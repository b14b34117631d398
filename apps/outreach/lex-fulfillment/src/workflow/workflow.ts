import type { OutreachRequest, RequestId } from '@atlas-engine/domain';

/** AtlasEngineWorkflow, one execution for each request. */
export interface Workflow {
  /** `EXISTS`: there is, or was within 90 days, an execution for this request; nothing was started. */
  readonly start: (request: OutreachRequest) => Promise<'STARTED' | 'EXISTS'>;
  /** Whether the request's execution still runs; false also when there is none. */
  readonly isRunning: (requestId: RequestId) => Promise<boolean>;
}

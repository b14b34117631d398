import type { CallResult } from '@atlas-engine/domain';

/** `GONE`: the workflow does not wait by this token any more (it timed out, ended, or had its answer). */
export type CallbackAnswer = 'DONE' | 'GONE';

/** The way back to the workflow that waits for a call. Failures that may pass are thrown. */
export interface WorkflowCallbacks {
  readonly succeed: (taskToken: string, output: CallResult) => Promise<CallbackAnswer>;
  readonly heartbeat: (taskToken: string) => Promise<CallbackAnswer>;
}

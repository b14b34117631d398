import { AtlasError } from '@atlas-engine/domain';

/** Step Functions gave no answer or asks for less load; the same call may succeed later, and may be repeated. */
export class WorkflowUnavailableError extends AtlasError {
  override readonly name = 'WorkflowUnavailableError';
  readonly code = 'WORKFLOW_UNAVAILABLE';

  constructor(operation: string, cause: unknown) {
    super(`Step Functions did not carry out ${operation}.`, {
      retryable: true,
      details: { operation },
      cause,
    });
  }
}

/** Step Functions refuses for good: the state machine is missing or the function may not use it. */
export class WorkflowRefusedError extends AtlasError {
  override readonly name = 'WorkflowRefusedError';
  readonly code = 'WORKFLOW_REFUSED';

  constructor(operation: string, cause: unknown) {
    const reason = cause instanceof Error ? cause.name : 'unknown';
    super(
      `Step Functions refused ${operation} (${reason}). Check STATE_MACHINE_ARN and the function's policy.`,
      { retryable: false, details: { operation, reason }, cause },
    );
  }
}

import type { Failure } from './failure.ts';
import { errorMembers } from './failure.ts';
import type { ExecutionStatus } from './rows.ts';
import type { Transition } from './transition.ts';

/** Ends the execution as FAILED. */
export const failExecution = (step: Transition, previousEventId: number, failure: Failure): void => {
  const details = errorMembers(failure);
  step.record({ type: 'ExecutionFailed', previousEventId, member: 'executionFailed', details });
  endExecution(step, 'FAILED', details);
};

/** Marks the execution as ended and lets go of all that it was doing. */
export const endExecution = (
  step: Transition,
  status: ExecutionStatus,
  members: { readonly output?: string; readonly error?: string; readonly cause?: string } = {},
): void => {
  step.remove('0');
  step.update({ ...members, status, stopDate: step.now });
};

import { StateNotFound } from './advance.ts';
import { HistoryFull, errorMembers } from './failure.ts';
import { DefinitionUnusable } from './machines.ts';
import { endExecution, failExecution } from './end-execution.ts';
import type { Transition } from './transition.ts';
import { mostEvents } from './transition.ts';

/** Ends the execution because someone stopped it. */
export const abortExecution = (
  step: Transition,
  why: { readonly error?: string; readonly cause?: string },
): void => {
  const details = errorMembers(why);
  step.record({ type: 'ExecutionAborted', previousEventId: 0, member: 'executionAborted', details });
  endExecution(step, 'ABORTED', details);
};

/** Ends the execution by the state machine's TimeoutSeconds; the error is told by the event alone. */
export const timeOutExecution = (step: Transition): void => {
  const details = { error: 'States.Timeout' };
  step.record({ type: 'ExecutionTimedOut', previousEventId: 0, member: 'executionTimedOut', details });
  endExecution(step, 'TIMED_OUT');
};

/** Ends the execution by what no Catch can hold; anything unforeseen is thrown on. */
export const endByFault = (step: Transition, thrown: unknown): void => {
  const error = 'States.Runtime';
  if (thrown instanceof HistoryFull) {
    const cause = `The execution reached the maximum number of history events (${mostEvents}).`;
    failExecution(step, step.execution.lastEventId, { error, cause });
  } else if (thrown instanceof DefinitionUnusable || thrown instanceof StateNotFound)
    failExecution(step, step.execution.lastEventId, { error, cause: thrown.message });
  else throw thrown;
};

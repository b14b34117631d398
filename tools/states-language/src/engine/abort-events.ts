import type { BranchRow } from './rows.ts';
import type { Transition } from './transition.ts';

/** Types of states that have an event for being aborted. */
const abortable = ['Task', 'Wait', 'Parallel', 'Map'];

/** Whether a branch has begun and not ended. */
export const isLive = ({ phase }: BranchRow): boolean => phase.kind !== 'queued' && phase.kind !== 'done';

/** Records what a branch that is taken down was in the middle of, the innermost first. */
export const abortEvents = (step: Transition, branch: BranchRow, previousEventId: number): void => {
  for (const child of step.children(branch).filter(isLive)) abortEvents(step, child, previousEventId);
  const { stateType, enteredEventId } = branch;
  if (enteredEventId > 0 && stateType !== undefined && abortable.includes(stateType))
    step.record({ type: `${stateType}StateAborted`, previousEventId });
};

import { abortEvents, isLive } from './abort-events.ts';
import { endExecution, failExecution } from './end-execution.ts';
import type { Failure } from './failure.ts';
import { iterationEvent, startIteration } from './iterations.ts';
import type { BranchRow } from './rows.ts';
import type { Transition } from './transition.ts';

/** Ends a branch by what its last state left; the last branch to end takes the state around it further. */
export const finishBranch = (step: Transition, branch: BranchRow, output: string): void => {
  const parent = branch.parentId === undefined ? undefined : step.find(branch.parentId);
  if (parent) {
    step.put(branch);
    joinParent(step, branch, parent);
    return;
  }
  step.record({
    type: 'ExecutionSucceeded',
    previousEventId: branch.previousEventId,
    member: 'executionSucceeded',
    details: { output, outputDetails: { truncated: false } },
  });
  endExecution(step, 'SUCCEEDED', { output });
};

const joinParent = (step: Transition, branch: BranchRow, parent: BranchRow): void => {
  if (parent.phase.kind !== 'children') return;
  const { total, started, finished } = parent.phase;
  const { previousEventId } = branch;
  const lastEventId = branch.item
    ? iterationEvent(step, { type: 'MapIterationSucceeded', name: parent.state, branch, previousEventId })
    : previousEventId;
  if (finished + 1 === total) {
    step.put({ ...parent, previousEventId: lastEventId, phase: { kind: 'joined', total } });
    return;
  }
  const queued = started < total ? step.find(`${parent.id}.${started}`) : undefined;
  if (queued) startIteration(step, { parent, queued, previousEventId });
  const begun = queued ? started + 1 : started;
  step.put({ ...parent, phase: { kind: 'children', total, started: begun, finished: finished + 1 } });
};

/** The branches of a Parallel state fail by their own error, which also goes as States.BranchFailed. */
const asBranchFailure = ({ item }: BranchRow, failure: Failure): Failure =>
  item ? failure : { ...failure, alsoKnownAs: [...(failure.alsoKnownAs ?? []), 'States.BranchFailed'] };

/** Ends a branch by an error that nothing in it handled; the event that tells it is the branch's last. */
export const failBranch = (step: Transition, branch: BranchRow, failure: Failure): void => {
  const parent = branch.parentId === undefined ? undefined : step.find(branch.parentId);
  const { previousEventId } = branch;
  if (!parent) {
    failExecution(step, previousEventId, failure);
    return;
  }
  const failed = { name: parent.state, previousEventId };
  if (branch.item) iterationEvent(step, { type: 'MapIterationFailed', branch, ...failed });
  abortEvents(step, branch, previousEventId);
  for (const sibling of step.children(parent).filter((child) => child.id !== branch.id && isLive(child))) {
    if (sibling.item) iterationEvent(step, { type: 'MapIterationAborted', branch: sibling, ...failed });
    abortEvents(step, sibling, previousEventId);
  }
  for (const child of step.children(parent)) step.remove(child.id);
  step.put({
    ...parent,
    previousEventId,
    phase: { kind: 'broken', failure: asBranchFailure(branch, failure) },
  });
};

import type { BranchRow } from './rows.ts';
import type { Transition } from './transition.ts';

/** Lets a queued iteration of a Map state begin. */
export const startIteration = (
  step: Transition,
  start: { readonly parent: BranchRow; readonly queued: BranchRow; readonly previousEventId: number },
): void => {
  const { parent, queued, previousEventId } = start;
  const event = { type: 'MapIterationStarted', name: parent.state, branch: queued, previousEventId };
  step.put({ ...queued, previousEventId: iterationEvent(step, event), phase: { kind: 'ready' } });
};

/** Records what became of an iteration. */
export const iterationEvent = (
  step: Transition,
  event: {
    readonly type: string;
    readonly name: string;
    readonly branch: BranchRow;
    readonly previousEventId: number;
  },
): number => {
  const { type, name, branch, previousEventId } = event;
  const member = `m${type.slice(1)}`;
  return step.record({ type, previousEventId, member, details: { name, index: branch.index } });
};

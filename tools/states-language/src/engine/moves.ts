import type { State } from '../definition/schema.ts';
import { sizeOf } from '../json.ts';
import { StateFailure, dataLimitExceeded, isWithinPayloadLimit } from './failure.ts';
import { finishBranch } from './branch-end.ts';
import type { BranchRow } from './rows.ts';
import type { Results, StateRun } from './state-run.ts';
import type { Transition } from './transition.ts';

const notTruncated = { truncated: false };
const variablesBytes = 10 * 1024 * 1024;

/** Enters the state that a branch has come to, and gives the branch inside it. */
export const enterState = (step: Transition, branch: BranchRow, type: State['Type']): BranchRow => {
  const { previousEventId } = branch;
  const id = step.record({
    type: `${type}StateEntered`,
    previousEventId,
    member: 'stateEntered',
    details: { name: branch.state, input: JSON.stringify(branch.input), inputDetails: notTruncated },
  });
  const inside: BranchRow = {
    ...branch,
    stateType: type,
    previousEventId: id,
    enteredEventId: id,
    enteredAt: step.now,
    enteredFrom: previousEventId,
    retries: [],
  };
  step.put(inside);
  return inside;
};

const checkSizes = ({ branch }: StateRun, { output, assigned }: Results): string => {
  const text = JSON.stringify(output);
  const fits =
    isWithinPayloadLimit(text) &&
    isWithinPayloadLimit(JSON.stringify(assigned)) &&
    sizeOf({ ...branch.variables, ...assigned }) <= variablesBytes;
  if (!fits) throw new StateFailure(dataLimitExceeded(branch.state));
  return text;
};

/** Leaves a state for `next`, or ends its branch there. @throws StateFailure when what it leaves is too large. */
export const leaveState = (run: StateRun, results: Results, next?: string): void => {
  const { step, branch, state } = run;
  const { output, assigned } = results;
  const text = checkSizes(run, results);
  const names = Object.keys(assigned);
  const id = step.record({
    type: `${state.Type}StateExited`,
    previousEventId: branch.previousEventId,
    member: 'stateExited',
    details: {
      name: branch.state,
      output: text,
      outputDetails: notTruncated,
      ...(names.length > 0
        ? {
            assignedVariables: Object.fromEntries(
              names.map((name) => [name, JSON.stringify(assigned[name])]),
            ),
            assignedVariablesDetails: notTruncated,
          }
        : {}),
    },
  });
  const after: BranchRow = {
    ...branch,
    previousEventId: id,
    variables: { ...branch.variables, ...assigned },
    retries: [],
  };
  if (next === undefined) finishBranch(step, { ...after, phase: { kind: 'done', output } }, text);
  else step.put({ ...after, state: next, input: output, enteredEventId: 0, phase: { kind: 'ready' } });
};

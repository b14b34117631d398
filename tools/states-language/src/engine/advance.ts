import type { Machine, State } from '../definition/schema.ts';
import { failState, failureOf } from './fail-state.ts';
import { enterState } from './moves.ts';
import type { BranchRow, Phase, TaskPhase } from './rows.ts';
import type { StateRun } from './state-run.ts';
import { stateOf } from './state-run.ts';
import { joinBranches, runMap, runParallel } from './states/container-states.ts';
import { runChoice, runFail, runPass, runSucceed } from './states/simple-states.ts';
import type { TaskUnderWay } from './states/task-state.ts';
import { runTaskState, taskDeadline, timeOutTask } from './states/task-state.ts';
import { endWait, runWait } from './states/wait-state.ts';
import type { Transition } from './transition.ts';

/** The stored definition has no such state: it was written by hand, or by an engine that knew more. */
export class StateNotFound extends Error {
  override readonly name = 'StateNotFound';
}

const beginSimple = (run: StateRun): Promise<void> | undefined => {
  const { state } = run;
  if (state.Type === 'Pass') return runPass({ ...run, state });
  if (state.Type === 'Choice') return runChoice({ ...run, state });
  if (state.Type === 'Succeed') return runSucceed({ ...run, state });
  return state.Type === 'Fail' ? runFail({ ...run, state }) : undefined;
};

const begin = (run: StateRun): Promise<void> | undefined => {
  const { state } = run;
  if (state.Type === 'Task') return runTaskState({ ...run, state });
  if (state.Type === 'Wait') return runWait({ ...run, state });
  if (state.Type === 'Parallel') return runParallel({ ...run, state });
  return state.Type === 'Map' ? runMap({ ...run, state }) : beginSimple(run);
};

const goOn = (run: StateRun): Promise<void> | undefined => {
  const { state, branch } = run;
  const { phase } = branch;
  if (phase.kind === 'waiting' && state.Type === 'Wait') return endWait({ ...run, state });
  if (phase.kind === 'broken') return failState(run, phase.failure);
  if (phase.kind === 'joined' && (state.Type === 'Parallel' || state.Type === 'Map'))
    return joinBranches({ ...run, state });
  const task = taskUnderWay(run);
  return task ? timeOutTask(task) : begin(run);
};

/** The task that a branch is in the middle of, if it is. */
export const taskUnderWay = ({ step, state, branch }: StateRun): TaskUnderWay | undefined =>
  state.Type === 'Task' && branch.phase.kind === 'task'
    ? { step, state, branch: { ...branch, phase: branch.phase } }
    : undefined;

/** When a branch has something to do by itself, epoch milliseconds: -Infinity is at once, undefined never. */
export const dueAt = (phase: Phase): number | undefined => {
  if (phase.kind === 'waiting' || phase.kind === 'retrying') return phase.until;
  if (phase.kind === 'task') return taskDeadline(phase);
  return phase.kind === 'ready' || phase.kind === 'joined' || phase.kind === 'broken' ? -Infinity : undefined;
};

/** Does a state's work; what goes wrong in it goes to its Retry and Catch. */
export const guarded = async (run: StateRun, work: () => unknown): Promise<void> => {
  try {
    await work();
  } catch (thrown) {
    const branch = run.step.find(run.branch.id) ?? run.branch;
    const failed = failureOf({ ...run, branch }, thrown);
    await failState({ ...run, branch: failed.branch }, failed.failure);
  }
};

/** The branch with its state. @throws StateNotFound */
export const openRun = (step: Transition, machine: Machine, branch: BranchRow): StateRun => {
  const state: State | undefined = stateOf(machine, branch);
  if (state) return { step, state, branch };
  throw new StateNotFound(`the definition of the execution has no state '${branch.state}'`);
};

/** Takes a branch one state further, if something is due there. @throws HistoryFull, StateNotFound */
export const advance = async (step: Transition, machine: Machine, branchId: string): Promise<void> => {
  const found = step.find(branchId);
  const due = found && dueAt(found.phase);
  if (!found || due === undefined || due > step.now) return;
  const before = openRun(step, machine, found);
  const entered = found.phase.kind === 'ready' ? enterState(step, found, before.state.Type) : found;
  const run = { ...before, branch: entered };
  await guarded(run, () => goOn(run));
};

/** Finds the task of one try, for what comes back from its resource or with its token. */
export const findTask = (
  step: Transition,
  machine: Machine,
  which: { readonly branchId: string; readonly scheduledEventId: TaskPhase['scheduledEventId'] },
): TaskUnderWay | undefined => {
  const branch = step.find(which.branchId);
  const task = branch && taskUnderWay(openRun(step, machine, branch));
  return task?.branch.phase.scheduledEventId === which.scheduledEventId ? task : undefined;
};

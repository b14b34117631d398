import type { Catcher } from '../definition/errors-schema.ts';
import { QueryEvaluationError } from '../query/query-error.ts';
import { matches } from './error-matching.ts';
import type { Failure } from './failure.ts';
import { StateFailure, errorOutputOf } from './failure.ts';
import { failBranch } from './branch-end.ts';
import { leaveState } from './moves.ts';
import { hasTryLeft, retryDelay } from './retry-delay.ts';
import type { BranchRow } from './rows.ts';
import type { StateRun } from './state-run.ts';
import { evaluateResults } from './state-run.ts';

/** Puts the failure of an expression into the history; gives the branch after it and what to handle. */
const recordEvaluationFailure = (
  { step, branch, state }: StateRun,
  { message, location }: QueryEvaluationError,
): { readonly branch: BranchRow; readonly failure: Failure } => {
  const error = 'States.QueryEvaluationError';
  const cause = `An error occurred while executing the state '${branch.state}' (entered at the event id #${branch.enteredEventId}). ${message}`;
  // As the service numbers it: a state that has done nothing yet counts from before it was entered, Wait excepted.
  const untouched = branch.previousEventId === branch.enteredEventId && state.Type !== 'Wait';
  const id = step.record({
    type: 'EvaluationFailed',
    previousEventId: untouched ? branch.enteredFrom : branch.previousEventId,
    member: 'evaluationFailed',
    details: { error, cause, location, state: branch.state },
  });
  return { branch: { ...branch, previousEventId: id }, failure: { error, cause } };
};

/** Turns what a state's work threw into a failure with its event; anything else is a fault of the engine. */
export const failureOf = (
  run: StateRun,
  thrown: unknown,
): { readonly branch: BranchRow; readonly failure: Failure } => {
  if (thrown instanceof QueryEvaluationError) return recordEvaluationFailure(run, thrown);
  if (thrown instanceof StateFailure) return { branch: run.branch, failure: thrown.failure };
  throw thrown;
};

const retried = ({ step, state, branch }: StateRun, failure: Failure): boolean => {
  const retriers = 'Retry' in state ? (state.Retry ?? []) : [];
  const index = retriers.findIndex(({ ErrorEquals }) => matches(ErrorEquals, failure));
  const retrier = retriers[index];
  const used = branch.retries[index] ?? 0;
  if (!retrier || !hasTryLeft(retrier, used)) return false;
  const seed = `${step.execution.executionArn}#${branch.previousEventId}`;
  const retries = retriers.map((_, at) => (branch.retries[at] ?? 0) + (at === index ? 1 : 0));
  const until = step.now + retryDelay(retrier, used, seed);
  step.put({ ...branch, retries, phase: { kind: 'retrying', until } });
  return true;
};

const catcherFor = ({ state }: StateRun, failure: Failure): [number, Catcher] | undefined => {
  const catchers = 'Catch' in state ? (state.Catch ?? []) : [];
  return [...catchers.entries()].find(([, { ErrorEquals }]) => matches(ErrorEquals, failure));
};

const containerFailed = (run: StateRun): StateRun => {
  const { step, state, branch } = run;
  if (state.Type !== 'Parallel' && state.Type !== 'Map') return run;
  const id = step.record({ type: `${state.Type}StateFailed`, previousEventId: branch.previousEventId });
  return { ...run, branch: { ...branch, previousEventId: id } };
};

/** Retries the state, or goes where a catcher leads, or ends the branch; the failure's event has been recorded. */
export const failState = async (failed: StateRun, failure: Failure): Promise<void> => {
  const { phase } = failed.branch;
  if (phase.kind === 'task') failed.step.closeToken(phase.token);
  if (retried(failed, failure)) return;
  const run = containerFailed(failed);
  const [index, catcher] = catcherFor(run, failure) ?? [];
  if (!catcher) {
    failBranch(run.step, run.branch, failure);
    return;
  }
  const errorOutput = errorOutputOf(failure);
  const fields = { prefix: `Catch[${index}]/`, from: catcher, otherwise: errorOutput };
  try {
    leaveState(run, await evaluateResults(run, fields, { errorOutput }), catcher.Next);
  } catch (thrown) {
    const second = failureOf(run, thrown);
    failBranch(run.step, second.branch, second.failure);
  }
};

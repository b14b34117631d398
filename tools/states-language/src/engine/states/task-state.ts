import { waitsForToken } from '../../definition/check-states.ts';
import type { State } from '../../definition/schema.ts';
import { parseJson } from '../../json.ts';
import { failState } from '../fail-state.ts';
import type { Failure } from '../failure.ts';
import { dataLimitExceeded, errorMembers, isWithinPayloadLimit, withinPayloadLimit } from '../failure.ts';
import { leaveState } from '../moves.ts';
import type { BranchRow, TaskPhase } from '../rows.ts';
import type { TaskOutcome } from '../runner.ts';
import type { StateRun } from '../state-run.ts';
import { evaluateField, evaluateResults } from '../state-run.ts';
import { newToken } from '../token.ts';
import { recordSchedule, recordTaskEvent, resourceNames } from './task-events.ts';
import { limitsOf } from './task-limits.ts';

type TaskRun = StateRun<Extract<State, { Type: 'Task' }>>;

/** A task state in the middle of its task. */
export type TaskUnderWay = TaskRun & { readonly branch: BranchRow & { readonly phase: TaskPhase } };

/** Task: schedules a try, with a token of its own when the task waits for one. The engine then invokes it. */
export const runTaskState = async (run: TaskRun): Promise<void> => {
  const { step, state, branch } = run;
  const token = waitsForToken(state.Resource) ? { token: newToken() } : {};
  const field = { name: 'Arguments', value: state.Arguments, otherwise: branch.input };
  const args = withinPayloadLimit(branch.state, await evaluateField(run, field, token));
  const limits = await limitsOf(run, token);
  const { timeout, heartbeat } = limits;
  const [scheduledEventId, previousEventId] = recordSchedule(run, args, limits);
  if (token.token !== undefined) step.openToken(token.token, { branchId: branch.id, scheduledEventId });
  const phase: TaskPhase = {
    kind: 'task',
    scheduledEventId,
    resource: state.Resource,
    args,
    ...token,
    submitted: false,
    ...(timeout === undefined ? {} : { timeoutAt: step.now + timeout * 1000 }),
    ...(heartbeat === undefined
      ? {}
      : { heartbeatSeconds: heartbeat, heartbeatAt: step.now + heartbeat * 1000 }),
  };
  step.put({ ...branch, previousEventId, phase });
};

const failTask = async (
  run: TaskUnderWay,
  type: 'TaskFailed' | 'TaskTimedOut',
  failure: Failure,
): Promise<void> => {
  const previousEventId = recordTaskEvent(run, type, errorMembers(failure));
  await failState({ ...run, branch: { ...run.branch, previousEventId } }, failure);
};

const succeed = async (run: TaskUnderWay, output: string): Promise<void> => {
  const { step, branch, state } = run;
  step.closeToken(branch.phase.token);
  const previousEventId = recordTaskEvent(run, 'TaskSucceeded', {
    output,
    outputDetails: { truncated: false },
  });
  const after = { ...run, branch: { ...branch, previousEventId } };
  const result = parseJson(output);
  step.put(after.branch);
  const results = await evaluateResults(after, { from: state, otherwise: result }, { result });
  leaveState(after, results, state.Next);
};

/** Ends the task by its result, or by the output that came with its token. */
export const settleTask = async (run: TaskUnderWay, outcome: TaskOutcome): Promise<void> => {
  const { resourceType } = resourceNames(run);
  if (!outcome.ok) await failTask(run, 'TaskFailed', outcome.failure);
  else if (isWithinPayloadLimit(outcome.output)) await succeed(run, outcome.output);
  else await failTask(run, 'TaskFailed', dataLimitExceeded(resourceType));
};

/** The resource has answered: that is the result, or with a token only that the token is out. */
export const resourceAnswered = async (run: TaskUnderWay, outcome: TaskOutcome): Promise<void> => {
  const { step, branch } = run;
  if (branch.phase.token === undefined || !outcome.ok) {
    await settleTask(run, outcome);
    return;
  }
  const details = { output: outcome.output, outputDetails: { truncated: false } };
  const previousEventId = recordTaskEvent(run, 'TaskSubmitted', details);
  step.put({ ...branch, previousEventId, phase: { ...branch.phase, submitted: true } });
};

/** When the task has been silent or under way for too long; undefined when nothing limits it. */
export const taskDeadline = ({ timeoutAt, heartbeatAt }: TaskPhase): number | undefined => {
  const earliest = Math.min(timeoutAt ?? Infinity, heartbeatAt ?? Infinity);
  return earliest === Infinity ? undefined : earliest;
};

/** Ends the task by its deadline. A missed heartbeat is a time-out that also has a name of its own. */
export const timeOutTask = async (run: TaskUnderWay): Promise<void> => {
  const { timeoutAt = Infinity } = run.branch.phase;
  const missedHeartbeat = run.step.now < timeoutAt;
  await failTask(run, 'TaskTimedOut', {
    error: 'States.Timeout',
    ...(missedHeartbeat ? { alsoKnownAs: ['States.HeartbeatTimeout'] } : {}),
  });
};

/** Moves the heartbeat's deadline. */
export const heartbeat = ({ step, branch }: TaskUnderWay): void => {
  const { heartbeatSeconds } = branch.phase;
  if (heartbeatSeconds === undefined) return;
  step.put({ ...branch, phase: { ...branch.phase, heartbeatAt: step.now + heartbeatSeconds * 1000 } });
};

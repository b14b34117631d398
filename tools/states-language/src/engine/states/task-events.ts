import type { State } from '../../definition/schema.ts';
import type { Json } from '../../json.ts';
import type { StateRun } from '../state-run.ts';
import type { TaskLimits } from './task-limits.ts';

type TaskRun = StateRun<Extract<State, { Type: 'Task' }>>;

/** `arn:aws:states:::lambda:invoke.waitForTaskToken` is of type `lambda`, resource `invoke.waitForTaskToken`. */
export const resourceNames = ({
  state,
}: TaskRun): { readonly resourceType: string; readonly resource: string } => {
  const names = state.Resource.split(':').slice(5);
  return { resourceType: names.slice(0, -1).join(':'), resource: names.at(-1) ?? '' };
};

/** Records that a try is scheduled and started; gives the ids of both events. */
export const recordSchedule = (
  run: TaskRun,
  args: Json,
  { timeout, heartbeat }: TaskLimits,
): [number, number] => {
  const { step, branch } = run;
  const names = resourceNames(run);
  const scheduled = step.record({
    type: 'TaskScheduled',
    previousEventId: branch.previousEventId,
    member: 'taskScheduled',
    details: {
      ...names,
      region: step.execution.executionArn.split(':')[3],
      parameters: JSON.stringify(args),
      timeoutInSeconds: timeout,
      heartbeatInSeconds: heartbeat,
    },
  });
  const member = 'taskStarted';
  return [
    scheduled,
    step.record({ type: 'TaskStarted', previousEventId: scheduled, member, details: names }),
  ];
};

/** Records what became of a try. */
export const recordTaskEvent = (
  run: TaskRun,
  type: 'TaskSubmitted' | 'TaskSucceeded' | 'TaskFailed' | 'TaskTimedOut',
  details: Readonly<Record<string, Json>>,
): number =>
  run.step.record({
    type,
    previousEventId: run.branch.previousEventId,
    member: `t${type.slice(1)}`,
    details: { ...resourceNames(run), ...details },
  });

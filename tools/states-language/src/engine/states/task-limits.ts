import type { State } from '../../definition/schema.ts';
import { expectations } from '../../query/expectations.ts';
import { QueryEvaluationError } from '../../query/query-error.ts';
import type { Extras, StateRun } from '../state-run.ts';
import { evaluateTypedField } from '../state-run.ts';

type TaskRun = StateRun<Extract<State, { Type: 'Task' }>>;

const secondsOf = async (
  run: TaskRun,
  name: 'TimeoutSeconds' | 'HeartbeatSeconds',
  extras: Extras,
): Promise<number | undefined> => {
  const value = run.state[name];
  if (value === undefined) return undefined;
  return evaluateTypedField(run, { name, value, expected: expectations.positiveSeconds }, extras);
};

/** Seconds that a try may take, and may be silent. */
export interface TaskLimits {
  readonly timeout: number | undefined;
  readonly heartbeat: number | undefined;
}

/** Evaluates TimeoutSeconds and HeartbeatSeconds. @throws QueryEvaluationError */
export const limitsOf = async (run: TaskRun, extras: Extras): Promise<TaskLimits> => {
  const timeout = await secondsOf(run, 'TimeoutSeconds', extras);
  const heartbeat = await secondsOf(run, 'HeartbeatSeconds', extras);
  if (timeout === undefined || heartbeat === undefined || heartbeat < timeout) return { timeout, heartbeat };
  throw new QueryEvaluationError(
    `HeartbeatSeconds must be smaller than TimeoutSeconds, was ${heartbeat} of ${timeout}`,
    'HeartbeatSeconds',
  );
};

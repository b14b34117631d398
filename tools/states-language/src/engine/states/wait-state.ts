import type { State } from '../../definition/schema.ts';
import { isTimestamp } from '../../definition/values.ts';
import { expectations } from '../../query/expectations.ts';
import { QueryEvaluationError } from '../../query/query-error.ts';
import { leaveState } from '../moves.ts';
import type { StateRun } from '../state-run.ts';
import { evaluateResults, evaluateTypedField } from '../state-run.ts';

type WaitRun = StateRun<Extract<State, { Type: 'Wait' }>>;

const endOfWait = async (run: WaitRun): Promise<number> => {
  const { Seconds, Timestamp = '' } = run.state;
  if (Seconds !== undefined) {
    const field = { name: 'Seconds', value: Seconds, expected: expectations.seconds };
    return run.step.now + (await evaluateTypedField(run, field)) * 1000;
  }
  const field = { name: 'Timestamp', value: Timestamp, expected: expectations.string };
  const text = await evaluateTypedField(run, field);
  const at = isTimestamp(text) ? Date.parse(text) : NaN;
  if (Number.isFinite(at)) return at;
  throw new QueryEvaluationError(
    `The Timestamp field cannot be parsed as an ISO-8601 extended offset date-time format string: ${text}`,
    'Timestamp',
  );
};

/** Wait: until its time stamp, or for its seconds; not at all when that has passed. */
export const runWait = async (run: WaitRun): Promise<void> => {
  const until = Math.max(await endOfWait(run), run.step.now);
  run.step.put({ ...run.branch, phase: { kind: 'waiting', until } });
};

/** The wait is over. */
export const endWait = async (run: WaitRun): Promise<void> => {
  const results = await evaluateResults(run, { from: run.state, otherwise: run.branch.input });
  leaveState(run, results, run.state.Next);
};

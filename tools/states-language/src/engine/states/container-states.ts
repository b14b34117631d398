import type { State } from '../../definition/schema.ts';
import type { Json } from '../../json.ts';
import { expectations } from '../../query/expectations.ts';
import { QueryEvaluationError } from '../../query/query-error.ts';
import { withinPayloadLimit } from '../failure.ts';
import { startIteration } from '../iterations.ts';
import { leaveState } from '../moves.ts';
import type { BranchRow } from '../rows.ts';
import type { StateRun } from '../state-run.ts';
import { evaluateField, evaluateResults, evaluateTypedField } from '../state-run.ts';

type ParallelRun = StateRun<Extract<State, { Type: 'Parallel' }>>;
type MapRun = StateRun<Extract<State, { Type: 'Map' }>>;
type ContainerRun = StateRun<Extract<State, { Type: 'Parallel' | 'Map' }>>;

/** Inline Map states run at most 40 iterations at a time. */
const mostConcurrent = 40;

interface ChildStart {
  readonly index: number;
  readonly startAt: string;
  readonly input: Json;
  readonly step: { readonly state: string; readonly branch?: number };
  readonly item?: NonNullable<BranchRow['item']>;
}

const childOf = (parent: BranchRow, start: ChildStart): BranchRow => ({
  executionArn: parent.executionArn,
  id: `${parent.id}.${start.index}`,
  parentId: parent.id,
  index: start.index,
  scope: [...parent.scope, start.step],
  state: start.startAt,
  input: start.input,
  variables: {},
  ...(start.item ? { item: start.item } : {}),
  previousEventId: parent.previousEventId,
  enteredEventId: 0,
  enteredAt: 0,
  enteredFrom: 0,
  retries: [],
  phase: { kind: start.item ? 'queued' : 'ready' },
});

/** Parallel: starts all its branches with the same input. */
export const runParallel = async (run: ParallelRun): Promise<void> => {
  const { step, state } = run;
  const field = { name: 'Arguments', value: state.Arguments, otherwise: run.branch.input };
  const input = withinPayloadLimit(run.branch.state, await evaluateField(run, field));
  const id = step.record({ type: 'ParallelStateStarted', previousEventId: run.branch.previousEventId });
  const branch = { ...run.branch, previousEventId: id };
  for (const [index, { StartAt: startAt }] of state.Branches.entries())
    step.put(childOf(branch, { index, startAt, input, step: { state: branch.state, branch: index } }));
  const total = state.Branches.length;
  step.put({ ...branch, phase: { kind: 'children', total, started: total, finished: 0 } });
};

const itemsOf = async (run: MapRun): Promise<Json[]> => {
  const { Items: value } = run.state;
  if (value !== undefined)
    return evaluateTypedField(run, { name: 'Items', value, expected: expectations.array });
  const { input } = run.branch;
  if (Array.isArray(input)) return input;
  throw new QueryEvaluationError(`Map state input must be an array but was: ${JSON.stringify(input)}`);
};

const iterationsOf = async (run: MapRun): Promise<ChildStart[]> => {
  const { state, branch } = run;
  const { StartAt: startAt } = state.ItemProcessor;
  const starts: ChildStart[] = [];
  for (const [index, value] of (await itemsOf(run)).entries()) {
    const item = { Index: index, Value: value };
    const field = { name: 'ItemSelector', value: state.ItemSelector, otherwise: value };
    const input = withinPayloadLimit(branch.state, await evaluateField(run, field, { item }));
    starts.push({ index, startAt, input, step: { state: branch.state }, item });
  }
  return starts;
};

const concurrencyOf = async (run: MapRun): Promise<number> => {
  const value = run.state.MaxConcurrency ?? 0;
  const wanted = await evaluateTypedField(run, {
    name: 'MaxConcurrency',
    value,
    expected: expectations.concurrency,
  });
  return wanted === 0 ? mostConcurrent : Math.min(wanted, mostConcurrent);
};

/** Map: one iteration for each item, `MaxConcurrency` at a time. */
export const runMap = async (run: MapRun): Promise<void> => {
  const { step } = run;
  const starts = await iterationsOf(run);
  const total = starts.length;
  const started = Math.min(total, await concurrencyOf(run));
  const id = step.record({
    type: 'MapStateStarted',
    previousEventId: run.branch.previousEventId,
    member: 'mapStateStarted',
    details: { length: total },
  });
  const branch = { ...run.branch, previousEventId: id };
  const children = starts.map((start) => childOf(branch, start));
  for (const child of children) step.put(child);
  for (const queued of children.slice(0, started))
    startIteration(step, { parent: branch, queued, previousEventId: id });
  step.put({
    ...branch,
    phase: total === 0 ? { kind: 'joined', total } : { kind: 'children', total, started, finished: 0 },
  });
};

/** All branches have ended: gathers what they gave, in order. */
export const joinBranches = async (run: ContainerRun): Promise<void> => {
  const { step, state, branch } = run;
  const children = step.children(branch);
  const result = children.map(({ phase }): Json => (phase.kind === 'done' ? phase.output : null));
  for (const child of children) step.remove(child.id);
  step.record({ type: `${state.Type}StateSucceeded`, previousEventId: branch.previousEventId });
  const results = await evaluateResults(run, { from: state, otherwise: result }, { result });
  leaveState(run, results, state.Next);
};

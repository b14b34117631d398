import type { ManualClock, StateStore } from '@atlas-engine/simulation';
import { createManualClock, createMemoryStore } from '@atlas-engine/simulation';
import type { Engine, EngineOptions } from '../engine/engine.ts';
import { createEngine } from '../engine/engine.ts';
import type { ExecutionRow, HistoryRow } from '../engine/rows.ts';
import type { TaskRunner, TaskRunners } from '../engine/runner.ts';
import { historyKey } from '../engine/tables.ts';
import type { Json } from '../json.ts';

export const invoke = 'arn:aws:states:::lambda:invoke';
export const invokeAndWait = `${invoke}.waitForTaskToken`;
const machineArn = 'arn:aws:states:us-east-1:000000000000:stateMachine:machine';
const executionArn = 'arn:aws:states:us-east-1:000000000000:execution:machine:run';

/** A definition in JSONata that begins at its first state. */
export const machineOf = (
  states: Record<string, Record<string, unknown>>,
  more: Record<string, unknown> = {},
): string =>
  JSON.stringify({ QueryLanguage: 'JSONata', StartAt: Object.keys(states)[0], States: states, ...more });

/** A runner that is a function of the task's arguments. */
export const runner = (
  work: TaskRunner['invoke'] | ((args: never, context: never) => unknown),
): TaskRunner => ({
  invoke: async (_resource, args, context) =>
    (work as (args: unknown, context: unknown) => unknown)(args, context),
});

export interface Harness {
  readonly clock: ManualClock;
  readonly store: StateStore;
  readonly engine: Engine;
  readonly start: (definition: string, input?: Json, name?: string) => ExecutionRow;
  readonly execution: (name?: string) => ExecutionRow;
  readonly history: (name?: string) => HistoryRow[];
  /** `id<previous type` of each event. */
  readonly events: (name?: string) => string[];
}

export const arnOf = (name = 'run'): string => executionArn.replace(/run$/, name);

export const createHarness = (
  runners: TaskRunners = {},
  options: Partial<Omit<EngineOptions, 'runners'>> & { readonly clock?: ManualClock } = {},
): Harness => {
  const clock = options.clock ?? createManualClock();
  const store = options.store ?? createMemoryStore();
  const engine = createEngine({ ...options, clock, store, runners });
  const execution = (name?: string): ExecutionRow => engine.tables.executions.get(arnOf(name))!;
  const history = (name?: string): HistoryRow[] =>
    Array.from({ length: execution(name).lastEventId }, (_, index) =>
      engine.tables.history.get(historyKey(arnOf(name), index + 1))!,
    );
  return {
    clock,
    store,
    engine,
    start: (definition, input = {}, name = 'run') =>
      engine.start({
        executionArn: arnOf(name),
        name,
        stateMachineArn: machineArn,
        stateMachineName: 'machine',
        revisionDate: clock.now(),
        roleArn: 'arn:aws:iam::000000000000:role/workflow',
        input: JSON.stringify(input),
        definition,
      }),
    execution,
    history,
    events: (name) =>
      history(name).map(({ id, previousEventId, type }) => `${id}<${previousEventId} ${type}`),
  };
};

/** Runs an execution to its end, or to where it only waits for others. */
export const runMachine = async (
  definition: string,
  given: { readonly input?: Json; readonly runners?: TaskRunners } = {},
): Promise<Harness> => {
  const harness = createHarness(given.runners);
  harness.start(definition, given.input);
  await harness.clock.runUntilIdle();
  return harness;
};

import type { SimulationClock, StateStore } from '@atlas-engine/simulation';
import type { Machine } from '../definition/schema.ts';
import { advance, dueAt, findTask, guarded } from './advance.ts';
import { beginExecution } from './begin-execution.ts';
import type { NewExecution } from './begin-execution.ts';
import { abortExecution, endByFault, timeOutExecution } from './end-from-outside.ts';
import { createFlushSoon } from './flush-soon.ts';
import { createMachines } from './machines.ts';
import { createMailboxes } from './mailboxes.ts';
import type { BranchRow, ExecutionRow, TokenRow } from './rows.ts';
import type { TaskOutcome, TaskRunners } from './runner.ts';
import { createSchedule } from './schedule.ts';
import { heartbeat, resourceAnswered, settleTask, taskDeadline } from './states/task-state.ts';
import type { TaskUnderWay } from './states/task-state.ts';
import { createTaskCalls } from './task-calls.ts';
import type { Tables } from './tables.ts';
import { branchKey, forgetExecution, openTables } from './tables.ts';
import { isTokenForm } from './token.ts';
import type { Transition } from './transition.ts';
import { beginTransition } from './transition.ts';

export interface EngineOptions {
  readonly clock: SimulationClock;
  readonly store: StateStore;
  readonly runners: TaskRunners;
  /** Whether the state machine is being deleted, which ends its executions at their next state. */
  readonly isDeleted?: (stateMachineArn: string) => boolean;
  /** Hears of each new status once it is durable; best effort, as the service's event is. */
  readonly onStatus?: (execution: ExecutionRow) => void | Promise<void>;
}

/** What became of a token that was sent back. */
export type TokenAnswer = 'taken' | 'malformed' | 'unknown' | 'closed';

/** Runs executions of state machines; all it knows is in the store. */
export interface Engine {
  /** Rows as they are, for reading. */
  readonly tables: Tables;
  /** Begins an execution whose ARN is free. */
  start(execution: NewExecution): ExecutionRow;
  /** Aborts a running execution; undefined when it is not running. */
  stop(
    executionArn: string,
    why: { readonly error?: string; readonly cause?: string },
  ): Promise<ExecutionRow | undefined>;
  answerToken(token: string, outcome: TaskOutcome): Promise<TokenAnswer>;
  heartbeat(token: string): Promise<TokenAnswer>;
  /** Lets go of clock and store: nothing is run, written or told any more. */
  dispose(): void;
}

/** Makes an engine and goes on with every execution that the store says is running. */
export const createEngine = (options: EngineOptions): Engine => {
  const { clock, store, runners } = options;
  const tables = openTables(store);
  const machines = createMachines(tables);
  const mailboxes = createMailboxes(clock);
  const schedule = createSchedule(clock);
  const flushSoon = createFlushSoon(store);
  let disposed = false;
  const isDisposed = (): boolean => disposed;

  type Work<T> = (step: Transition, machine: Machine) => Promise<T> | T;

  const attempt = async <T>(step: Transition, work: Work<T>): Promise<T | undefined> => {
    try {
      return await work(step, machines.machine(step.execution.definitionId));
    } catch (thrown) {
      endByFault(step, thrown);
      return undefined;
    }
  };

  /** One step of a running execution: nothing happens, and undefined is given, when it is not running. */
  const perform = <T>(executionArn: string, work: Work<T>): Promise<T | undefined> =>
    mailboxes.enqueue(executionArn, async () => {
      const execution = tables.executions.get(executionArn);
      if (isDisposed() || execution?.status !== 'RUNNING') return undefined;
      const step = beginTransition(tables, execution, clock.now());
      const result = await attempt(step, work);
      if (isDisposed()) return undefined;
      commit(step);
      return result;
    });

  const run = async (executionArn: string, branchId: string): Promise<void> => {
    await perform(executionArn, async (step, machine) => {
      if (options.isDeleted?.(step.execution.stateMachineArn)) abortExecution(step, {});
      else await advance(step, machine, branchId);
    });
  };

  const onTask = (row: Omit<TokenRow, 'open'>, work: (task: TaskUnderWay) => unknown) =>
    perform(row.executionArn, async (step, machine): Promise<TokenAnswer> => {
      const task = findTask(step, machine, row);
      if (!task || (taskDeadline(task.branch.phase) ?? Infinity) <= step.now) return 'closed';
      await guarded(task, () => work(task));
      return 'taken';
    });

  const taskCalls = createTaskCalls({
    clock,
    runners,
    ready: flushSoon,
    isDisposed,
    answered: async (call, outcome) => {
      await onTask(call, (task) => resourceAnswered(task, outcome));
    },
  });

  const follow = (branch: BranchRow): void => {
    const { executionArn, id, phase } = branch;
    const key = branchKey(executionArn, id);
    const due = dueAt(phase);
    if (due === -Infinity) void run(executionArn, id);
    else if (due !== undefined) schedule.set(key, due, () => run(executionArn, id));
    if (phase.kind !== 'task' || phase.submitted) return;
    const execution = tables.executions.get(executionArn);
    if (execution) taskCalls.call(execution, branch, phase);
  };

  const watch = ({ executionArn, timeoutAt, status }: ExecutionRow): void => {
    if (status !== 'RUNNING') schedule.cancel(executionArn);
    else if (timeoutAt !== undefined)
      schedule.set(executionArn, timeoutAt, async () => {
        await perform(executionArn, timeOutExecution);
      });
  };

  const tell = async (execution: ExecutionRow): Promise<void> => {
    await flushSoon();
    if (!isDisposed()) await options.onStatus?.(execution);
  };

  const commit = (step: Transition): void => {
    const before = tables.executions.get(step.execution.executionArn);
    step.commit();
    for (const [id, branch] of step.touched) {
      schedule.cancel(branchKey(step.execution.executionArn, id));
      if (branch) follow(branch);
    }
    if (before?.status === step.execution.status) void clock.busy(flushSoon);
    else {
      watch(step.execution);
      void clock.busy(() => tell(step.execution));
    }
  };

  const onToken = async (token: string, work: (task: TaskUnderWay) => unknown): Promise<TokenAnswer> => {
    const row = tables.tokens.get(token);
    if (!row) return isTokenForm(token) ? 'unknown' : 'malformed';
    return row.open ? ((await onTask(row, work)) ?? 'closed') : 'closed';
  };

  for (const execution of tables.executions.values()) if (execution.status === 'RUNNING') watch(execution);
  for (const branch of [...tables.branches.values()]) follow(branch);

  return {
    tables,
    start: (execution) => {
      const step = beginExecution(tables, machines, { execution, now: clock.now() });
      forgetExecution(tables, execution.executionArn);
      commit(step);
      return step.execution;
    },
    stop: (executionArn, why) =>
      perform(executionArn, (step) => {
        abortExecution(step, why);
        return step.execution;
      }),
    answerToken: (token, outcome) => onToken(token, (task) => settleTask(task, outcome)),
    heartbeat: (token) => onToken(token, heartbeat),
    dispose: () => {
      disposed = true;
      schedule.cancelAll();
    },
  };
};

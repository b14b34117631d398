import type { SimulationClock } from '@atlas-engine/simulation';
import type { BranchRow, ExecutionRow, TaskPhase } from './rows.ts';
import type { TaskOutcome, TaskRunner, TaskRunners } from './runner.ts';
import { runTask } from './runner.ts';
import { retryCount } from './state-run.ts';
import { branchKey } from './tables.ts';

interface Call {
  readonly executionArn: string;
  readonly branchId: string;
  readonly scheduledEventId: number;
}

export interface TaskCallsOptions {
  readonly clock: SimulationClock;
  readonly runners: TaskRunners;
  /** Resolves once the task is durable: its token must not be out in the world before. */
  readonly ready: () => Promise<void>;
  readonly isDisposed: () => boolean;
  readonly answered: (call: Call, outcome: TaskOutcome) => Promise<void>;
}

/** Calls the runners, each try of a task once as long as this process lives. */
export interface TaskCalls {
  call(execution: ExecutionRow, branch: BranchRow, task: TaskPhase): void;
}

const missing = (resource: string): TaskRunner => ({
  invoke: () => Promise.reject(new ReferenceError(`there is no runner for ${resource}`)),
});

export const createTaskCalls = (options: TaskCallsOptions): TaskCalls => {
  const underWay = new Set<string>();
  return {
    call: (execution, branch, { scheduledEventId, resource, args, token }) => {
      const { executionArn, id: branchId } = branch;
      const key = `${branchKey(executionArn, branchId)}#${scheduledEventId}`;
      if (underWay.has(key)) return;
      const context = {
        executionArn,
        stateName: branch.state,
        ...(token === undefined ? {} : { taskToken: token }),
        attempt: retryCount(branch) + 1,
        roleArn: execution.roleArn,
      };
      underWay.add(key);
      void options.clock.busy(async () => {
        await options.ready();
        if (options.isDisposed()) return;
        const runner = options.runners[resource] ?? missing(resource);
        const outcome = await runTask(runner, { resource, args, context });
        await options.answered({ executionArn, branchId, scheduledEventId }, outcome);
        underWay.delete(key);
      });
    },
  };
};

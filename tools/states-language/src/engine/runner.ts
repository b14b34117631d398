import type { Failure } from './failure.ts';

/** What a runner is told of the task beside its arguments. */
export interface TaskContext {
  readonly executionArn: string;
  readonly stateName: string;
  /** Only for `.waitForTaskToken`. */
  readonly taskToken?: string;
  /** 1 for the first try since the state was entered. */
  readonly attempt: number;
  /** The state machine's role, in whose name the task acts. */
  readonly roleArn: string;
}

/** Does the work of one kind of task, e.g. `arn:aws:states:::lambda:invoke`. */
export interface TaskRunner {
  /**
   * Gives the task's result as JSON; with a token, the answer to having handed it out.
   *
   * May be called again for a task that was under way when the process ended.
   *
   * @throws TaskFailure with the error name that Retry and Catch see.
   */
  invoke(resource: string, args: unknown, context: TaskContext): Promise<unknown>;
}

/** Runners by resource ARN, suffixes such as `.waitForTaskToken` included. */
export type TaskRunners = Readonly<Record<string, TaskRunner>>;

/** A task that failed as the service would tell it: `Lambda.TooManyRequestsException`, a function's own error, … */
export class TaskFailure extends Error {
  override readonly name = 'TaskFailure';
  readonly error: string;
  /** Shown in the history and to catchers, so never personal. */
  readonly errorCause: string | undefined;

  constructor(failure: { readonly error: string; readonly cause?: string }) {
    // The cause may hold what a log must not.
    super(`the task failed by ${failure.error}`);
    this.error = failure.error;
    this.errorCause = failure.cause;
  }
}

/** What came of a task or of a token that was sent back. */
export type TaskOutcome =
  { readonly ok: true; readonly output: string } | { readonly ok: false; readonly failure: Failure };

/** Runs a task; whatever goes wrong is an outcome. A runner that breaks fails the execution as States.Runtime. */
export const runTask = async (
  runner: TaskRunner,
  task: { readonly resource: string; readonly args: unknown; readonly context: TaskContext },
): Promise<TaskOutcome> => {
  try {
    const result = await runner.invoke(task.resource, task.args, task.context);
    return { ok: true, output: JSON.stringify(result ?? null) };
  } catch (thrown) {
    if (thrown instanceof TaskFailure) {
      const { error, errorCause: cause } = thrown;
      return { ok: false, failure: { error, ...(cause === undefined ? {} : { cause }) } };
    }
    const problem = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
    const cause = `The runner of ${task.resource} broke instead of failing the task: ${problem}`;
    return { ok: false, failure: { error: 'States.Runtime', cause } };
  }
};

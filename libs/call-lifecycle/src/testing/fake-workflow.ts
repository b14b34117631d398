import type { CallResult } from '@atlas-engine/domain';
import type { WorkflowCallbacks } from '../workflow-callbacks.ts';

/** A callback that the workflow took. */
export interface TakenResult {
  readonly taskToken: string;
  readonly result: CallResult;
}

/** A workflow engine that waits by the tokens the test hands out. */
export interface FakeWorkflow extends WorkflowCallbacks {
  /** From now on the workflow waits by this token. */
  readonly wait: (taskToken: string) => void;
  /** The workflow gave up on it. */
  readonly giveUp: (taskToken: string) => void;
  readonly taken: readonly TakenResult[];
  readonly heartbeats: readonly string[];
  /** The next callbacks of either kind throw this. */
  readonly failNext: (...errors: Error[]) => void;
}

/** As Step Functions: a token takes one result, and is unknown afterwards. */
export function createFakeWorkflow(...waiting: string[]): FakeWorkflow {
  const open = new Set(waiting);
  const taken: TakenResult[] = [];
  const heartbeats: string[] = [];
  const failures: Error[] = [];

  const fail = (): void => {
    const failure = failures.shift();
    if (failure !== undefined) throw failure;
  };

  return {
    wait: (taskToken) => void open.add(taskToken),
    giveUp: (taskToken) => void open.delete(taskToken),
    taken,
    heartbeats,
    failNext: (...errors) => void failures.push(...errors),

    succeed: async (taskToken, result) => {
      fail();
      if (!open.delete(taskToken)) return 'GONE';
      taken.push({ taskToken, result });
      return 'DONE';
    },
    heartbeat: async (taskToken) => {
      fail();
      if (!open.has(taskToken)) return 'GONE';
      heartbeats.push(taskToken);
      return 'DONE';
    },
  };
}

import type { State } from '../definition/schema.ts';
import type { Json, JsonObject } from '../json.ts';
import type { Failure } from './failure.ts';

export type ExecutionStatus = 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED';

/** An execution as it is kept, while it runs and after it has ended. Times are epoch milliseconds. */
export interface ExecutionRow {
  readonly executionArn: string;
  readonly name: string;
  readonly stateMachineArn: string;
  readonly stateMachineName: string;
  readonly stateMachineVersionArn?: string;
  readonly stateMachineAliasArn?: string;
  /** Key of the definition it runs, which an update of the state machine does not change. */
  readonly definitionId: string;
  readonly revisionId?: string;
  readonly revisionDate: number;
  readonly roleArn: string;
  readonly status: ExecutionStatus;
  readonly startDate: number;
  readonly stopDate?: number;
  /** JSON text as given. */
  readonly input: string;
  readonly output?: string;
  readonly error?: string;
  readonly cause?: string;
  readonly traceHeader?: string;
  /** When the machine's own TimeoutSeconds end it. */
  readonly timeoutAt?: number;
  readonly lastEventId: number;
}

/** A step into the definition: a state that holds scopes, and for Parallel which of its branches. */
export interface ScopeStep {
  readonly state: string;
  readonly branch?: number;
}

/** What a branch is doing. Times are epoch milliseconds. */
export type Phase =
  /** A Map iteration that waits for its turn. */
  | { readonly kind: 'queued' }
  /** About to enter its state. */
  | { readonly kind: 'ready' }
  | { readonly kind: 'waiting'; readonly until: number }
  /** Entered, and to be run again at `until`. */
  | { readonly kind: 'retrying'; readonly until: number }
  | TaskPhase
  /** Waits for the branches inside it, of which the first `started` of `total` have begun. */
  | {
      readonly kind: 'children';
      readonly total: number;
      readonly started: number;
      readonly finished: number;
    }
  /** All branches inside it have ended; about to gather what they gave. */
  | { readonly kind: 'joined'; readonly total: number }
  /** One of the branches inside it has failed and the others are gone; about to retry, catch or fail. */
  | { readonly kind: 'broken'; readonly failure: Failure }
  | { readonly kind: 'done'; readonly output: Json };

export interface TaskPhase {
  readonly kind: 'task';
  /** Tells this try from all others of the execution. */
  readonly scheduledEventId: number;
  readonly resource: string;
  readonly args: Json;
  readonly token?: string;
  /** Whether the resource has answered; without a token that ends the task. */
  readonly submitted: boolean;
  readonly timeoutAt?: number;
  readonly heartbeatSeconds?: number;
  readonly heartbeatAt?: number;
}

/** One line of control: the execution itself (`0`), a branch of a Parallel state, an iteration of a Map state. */
export interface BranchRow {
  readonly executionArn: string;
  /** `0` for the root, `<parent>.<index>` for the others. */
  readonly id: string;
  readonly parentId?: string;
  readonly index: number;
  readonly scope: readonly ScopeStep[];
  readonly state: string;
  /** Type of the state it has entered. */
  readonly stateType?: State['Type'];
  readonly input: Json;
  /** Variables of this branch; those of the branches around it are read through them. */
  readonly variables: Readonly<JsonObject>;
  /** `$states.context.Map.Item` of an iteration. */
  readonly item?: { readonly Index: number; readonly Value: Json };
  readonly previousEventId: number;
  /** Of the state it is in; 0 before it is entered. */
  readonly enteredEventId: number;
  readonly enteredAt: number;
  /** The event before the state was entered. */
  readonly enteredFrom: number;
  /** How often each retrier has been used since the state was entered. */
  readonly retries: readonly number[];
  readonly phase: Phase;
}

/** Where a task token leads. A token that has done its work stays, closed. */
export interface TokenRow {
  readonly executionArn: string;
  readonly branchId: string;
  readonly scheduledEventId: number;
  readonly open: boolean;
}

/** One event of an execution's history, its details under the API's member name. */
export interface HistoryRow {
  readonly id: number;
  readonly previousEventId: number;
  readonly timestamp: number;
  readonly type: string;
  readonly details?: { readonly member: string; readonly value: Readonly<JsonObject> };
}

/** A stack that is there. */
export interface LivingStack {
  readonly name: string;
  /** Its ARN, by which it is known also when it is gone. */
  readonly id: string;
  readonly status: string;
  /** Whether termination protection is on. */
  readonly isProtected: boolean;
}

/** A resource of a stack. */
export interface StackResource {
  readonly stack: string;
  readonly type: string;
  /** Its name or ARN. */
  readonly id: string;
  /** Whether it stays when its stack goes. */
  readonly isKept: boolean;
}

/** CloudFormation as a teardown uses it. */
export interface Stacks {
  /** Those whose names begin so. */
  list(prefix: string): Promise<readonly LivingStack[]>;
  /** What is there of a living stack, by its template and its resources. */
  resources(stack: string): Promise<readonly StackResource[]>;
  /** What stacks that went before left behind: those whose names begin so, and of whose name none lives. */
  leftBehind(prefix: string): Promise<readonly StackResource[]>;
  delete(stack: string): Promise<void>;
  /** `DELETE_COMPLETE` for one that is gone. */
  status(id: string): Promise<string>;
  /** Why a deletion failed, resource by resource. */
  failures(id: string): Promise<readonly string[]>;
}

/** What a stage is made of, as a teardown uses it. */
export interface Stage {
  readonly stacks: Stacks;
  /** The account that the credentials belong to. */
  account(): Promise<string>;
  /** Removes all objects of a bucket, every version of them; gives how many. A bucket that is not there has none. */
  emptyBucket(name: string): Promise<number>;
  /** Executions that are on their way. */
  runningExecutions(stateMachineArn: string): Promise<number>;
}

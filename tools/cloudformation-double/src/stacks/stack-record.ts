import type { ExistingResource } from '../resource-provider.ts';
import type { GivenParameters } from '../template/parameters.ts';

/** A stack's states, as CloudFormation names them. */
export type StackStatus =
  | 'REVIEW_IN_PROGRESS'
  | `${'CREATE' | 'UPDATE' | 'DELETE' | 'ROLLBACK' | 'UPDATE_ROLLBACK'}_${'IN_PROGRESS' | 'COMPLETE' | 'FAILED'}`
  | 'UPDATE_COMPLETE_CLEANUP_IN_PROGRESS'
  | 'UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS';

export interface Tag {
  readonly Key: string;
  readonly Value: string;
}

/** What a stack is made of; an update replaces it, a rollback brings it back. */
export interface StackContent {
  readonly body: string;
  readonly parameters: GivenParameters;
  readonly tags: readonly Tag[];
  readonly capabilities: readonly string[];
  readonly roleArn?: string | undefined;
  readonly notificationArns: readonly string[];
}

export interface StackOutput {
  readonly key: string;
  readonly value: string;
  readonly description?: string | undefined;
}

/** A stack. Times are simulated epoch milliseconds. */
export interface StackRecord {
  /** The ARN. */
  readonly id: string;
  readonly name: string;
  readonly status: StackStatus;
  readonly statusReason?: string | undefined;
  readonly createdAt: number;
  readonly updatedAt?: number | undefined;
  readonly deletedAt?: number | undefined;
  readonly content: StackContent;
  readonly description?: string | undefined;
  readonly outputs: readonly StackOutput[];
  readonly terminationProtection: boolean;
  readonly disableRollback: boolean;
  readonly changeSetId?: string | undefined;
  /** Who deployed it last: the start of the local cloud, or a caller of CloudFormation. */
  readonly origin: 'start' | 'api';
}

export type Retention = 'Delete' | 'Retain' | 'RetainExceptOnCreate' | 'Snapshot';

/** A resource of a stack. */
export interface ResourceRecord extends ExistingResource {
  /** E.g. `CREATE_COMPLETE`. */
  readonly status: string;
  readonly statusReason?: string | undefined;
  readonly changedAt: number;
  /** Logical ids of the resources that it needs. */
  readonly needs: readonly string[];
  readonly deletionPolicy: Retention;
  readonly updateReplacePolicy: Retention;
}

export interface StackEvent {
  readonly id: string;
  readonly stackId: string;
  readonly stackName: string;
  readonly logicalId: string;
  readonly physicalId: string;
  readonly type: string;
  readonly at: number;
  readonly status: string;
  readonly reason?: string | undefined;
  /** JSON text. */
  readonly properties?: string | undefined;
  readonly token?: string | undefined;
}

/** One change that a rollback takes back. */
export interface UndoStep {
  readonly logicalId: string;
  readonly did: 'create' | 'update' | 'replace';
  readonly before?: ResourceRecord | undefined;
  /** `begun` means that it is under way, or that the process ended while it was. */
  readonly state: 'begun' | 'done' | 'failed';
}

export type FailurePolicy = 'ROLLBACK' | 'DO_NOTHING' | 'DELETE';

/** What is under way on a stack, kept so that a restart goes on with it. */
export interface Operation {
  readonly kind: 'CREATE' | 'UPDATE' | 'DELETE';
  readonly token?: string | undefined;
  readonly target?: StackContent | undefined;
  readonly previous?: Pick<StackRecord, 'content' | 'description' | 'outputs'> | undefined;
  readonly onFailure: FailurePolicy;
  readonly immediate: boolean;
  readonly undo: readonly UndoStep[];
  /** Resources that were replaced; they go once everything else is done. */
  readonly leftovers: readonly ResourceRecord[];
  /** Resources that a deletion leaves where they are. */
  readonly retain: readonly string[];
}

/** A change set. */
export interface ChangeSetRecord {
  readonly id: string;
  readonly name: string;
  readonly stackId: string;
  readonly stackName: string;
  readonly type: 'CREATE' | 'UPDATE';
  readonly createdAt: number;
  readonly description?: string | undefined;
  readonly status: 'CREATE_COMPLETE' | 'FAILED';
  readonly statusReason?: string | undefined;
  readonly executionStatus: 'AVAILABLE' | 'UNAVAILABLE' | 'EXECUTE_COMPLETE';
  readonly content: StackContent;
  readonly changes: readonly ResourceChange[];
  readonly onFailure: FailurePolicy;
}

/** What a change set says about one resource. */
export interface ResourceChange {
  readonly action: 'Add' | 'Modify' | 'Remove';
  readonly logicalId: string;
  readonly physicalId?: string | undefined;
  readonly type: string;
  readonly replacement?: 'True' | 'False' | 'Conditional' | undefined;
  readonly policyAction?: string | undefined;
  readonly properties: readonly PropertyChange[];
  readonly before?: Readonly<Record<string, unknown>> | undefined;
  readonly after?: Readonly<Record<string, unknown>> | undefined;
}

export interface PropertyChange {
  readonly name: string;
  readonly recreation: 'Never' | 'Always' | 'Conditionally';
  /** Whether the new value is known only during the deployment. */
  readonly dynamic: boolean;
  readonly before?: unknown;
  readonly after?: unknown;
}

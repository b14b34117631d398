import type { ExecutionRow } from '../engine/rows.ts';
import { redriveMembers } from './execution-view.ts';

/** Detail of the event 'Step Functions Execution Status Change'; every member is there, null when it has no value. */
export interface StatusChangeDetail {
  readonly executionArn: string;
  readonly stateMachineArn: string;
  readonly name: string;
  readonly status: string;
  /** Epoch milliseconds. */
  readonly startDate: number;
  readonly stopDate: number | null;
  readonly input: string | null;
  readonly output: string | null;
  readonly [member: string]: unknown;
}

const largestData = 248 * 1024;

const orNull = <T>(value: T | undefined): T | null => value ?? null;

/** Makes the detail; input and output are left out when they are over 248 KB together. */
export const statusChangeDetail = (execution: ExecutionRow): StatusChangeDetail => {
  const { executionArn, stateMachineArn, name, status, startDate, input, output } = execution;
  const included = Buffer.byteLength(input + (output ?? '')) <= largestData;
  return {
    executionArn,
    stateMachineArn,
    name,
    status,
    startDate,
    stopDate: orNull(execution.stopDate),
    input: included ? input : null,
    output: included ? orNull(output) : null,
    stateMachineVersionArn: orNull(execution.stateMachineVersionArn),
    stateMachineAliasArn: orNull(execution.stateMachineAliasArn),
    redriveDate: null,
    redriveStatusReason: null,
    ...redriveMembers(execution),
    inputDetails: { included },
    outputDetails: output === undefined ? null : { included },
    error: orNull(execution.error),
    cause: orNull(execution.cause),
  };
};

import type { ExecutionRow } from '../engine/rows.ts';

/** What the service says of a redrive, which this double does not do. */
export const redriveMembers = ({ status }: ExecutionRow): Record<string, unknown> => {
  const done = status === 'RUNNING' || status === 'SUCCEEDED';
  return {
    redriveCount: 0,
    redriveStatus: done ? 'NOT_REDRIVABLE' : 'REDRIVABLE',
    ...(done ? { redriveStatusReason: `Execution is ${status} and cannot be redriven` } : {}),
  };
};

const dateOf = (at: number | undefined): Date | undefined => (at === undefined ? undefined : new Date(at));

/** An execution in a list. */
export const executionItem = (row: ExecutionRow): Record<string, unknown> => ({
  executionArn: row.executionArn,
  stateMachineArn: row.stateMachineArn,
  stateMachineVersionArn: row.stateMachineVersionArn,
  stateMachineAliasArn: row.stateMachineAliasArn,
  name: row.name,
  status: row.status,
  startDate: new Date(row.startDate),
  stopDate: dateOf(row.stopDate),
  redriveCount: 0,
});

/** An execution as DescribeExecution shows it. */
export const executionDescription = (row: ExecutionRow, withData: boolean): Record<string, unknown> => ({
  ...executionItem(row),
  ...redriveMembers(row),
  traceHeader: row.traceHeader,
  ...(withData
    ? { input: row.input, inputDetails: { included: true }, error: row.error, cause: row.cause }
    : {}),
  ...(withData && row.output !== undefined ? { output: row.output, outputDetails: { included: true } } : {}),
});

import { paginateListExecutions, type SFNClient } from '@aws-sdk/client-sfn';

/** ARNs of a state machine's executions under way; eventually consistent. */
export async function runningExecutions(
  client: SFNClient,
  stateMachineArn: string,
): Promise<ReadonlySet<string>> {
  const pages = paginateListExecutions(
    { client, pageSize: 1000 },
    { stateMachineArn, statusFilter: 'RUNNING' },
  );
  const arns = new Set<string>();
  for await (const { executions = [] } of pages) {
    for (const { executionArn } of executions) if (executionArn !== undefined) arns.add(executionArn);
  }
  return arns;
}

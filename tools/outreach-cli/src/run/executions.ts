import {
  DescribeExecutionCommand,
  ExecutionAlreadyExists,
  StartExecutionCommand,
  type DescribeExecutionCommandOutput,
  type SFNClient,
} from '@aws-sdk/client-sfn';
import { executionArnOf, executionNameOf, type OutreachRequest, type RequestId } from '@atlas-engine/domain';
import { runningExecutions } from './running-executions.ts';
import { workflowSteps, type WorkflowStep } from './workflow-steps.ts';

/** What DescribeExecution tells, as far as a run needs it. */
export type ExecutionDescription = Pick<
  DescribeExecutionCommandOutput,
  'status' | 'input' | 'output' | 'error'
>;

/** The workflow's executions, as far as a run needs them. */
export interface Executions {
  /** Starts the execution of a request, or finds the one that was started before; answers with its ARN. */
  start(request: OutreachRequest): Promise<string>;
  /** ARNs of all executions under way; eventually consistent. */
  running(): Promise<ReadonlySet<string>>;
  describe(arn: string): Promise<ExecutionDescription>;
  /** What the workflow did for a request; undefined when its history is not kept (any more). */
  steps(requestId: RequestId): Promise<readonly WorkflowStep[] | undefined>;
}

/** The state machine: executions start through its alias, and all of them are seen. */
export interface WorkflowReference {
  readonly arn: string;
  readonly liveArn: string;
}

/** The executions of a state machine in AWS or in the local cloud. */
export function workflowExecutions(client: SFNClient, { arn, liveArn }: WorkflowReference): Executions {
  const arnOf = (requestId: RequestId) => executionArnOf(arn, requestId);
  return {
    async start(request) {
      const name = executionNameOf(request.requestId);
      const input = JSON.stringify({ request });
      try {
        const started = await client.send(
          new StartExecutionCommand({ stateMachineArn: liveArn, name, input }),
        );
        return started.executionArn ?? arnOf(request.requestId);
      } catch (error) {
        if (error instanceof ExecutionAlreadyExists) return arnOf(request.requestId);
        throw error;
      }
    },
    running: () => runningExecutions(client, arn),
    describe: (executionArn) => client.send(new DescribeExecutionCommand({ executionArn })),
    steps: (requestId) => workflowSteps(client, arnOf(requestId)),
  };
}

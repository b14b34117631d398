import { DescribeExecutionCommand, type SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { executionArnOf, executionNameOf, type WorkflowInput } from '@atlas-engine/domain';
import { isThrottle, isTransient } from '@atlas-engine/function-kit';
import type { Workflow } from './workflow.ts';
import { WorkflowRefusedError, WorkflowUnavailableError } from './workflow-errors.ts';

export interface StepFunctionsWorkflowOptions {
  readonly client: Pick<SFNClient, 'send'>;
  /** With the alias that executions are started through. */
  readonly stateMachineArn: string;
}

const isNamed = (error: unknown, name: string): boolean => error instanceof Error && error.name === name;

function translated(operation: string, error: unknown): Error {
  const mayPass = isThrottle(error) || isTransient(error) || isNamed(error, 'ExecutionLimitExceeded');
  return mayPass
    ? new WorkflowUnavailableError(operation, error)
    : new WorkflowRefusedError(operation, error);
}

/**
 * The workflow in Step Functions. An execution is named for its request, so that starting it again is no second one,
 * the SDK's silent retries included.
 *
 * Both methods: @throws WorkflowUnavailableError, WorkflowRefusedError
 */
export function stepFunctionsWorkflow({ client, stateMachineArn }: StepFunctionsWorkflowOptions): Workflow {
  return {
    start: async (request) => {
      const input: WorkflowInput = { request };
      const name = executionNameOf(request.requestId);
      try {
        await client.send(new StartExecutionCommand({ stateMachineArn, name, input: JSON.stringify(input) }));
        return 'STARTED';
      } catch (error) {
        if (isNamed(error, 'ExecutionAlreadyExists')) return 'EXISTS';
        throw translated('StartExecution', error);
      }
    },

    isRunning: async (requestId) => {
      try {
        const executionArn = executionArnOf(stateMachineArn, requestId);
        const { status } = await client.send(new DescribeExecutionCommand({ executionArn }));
        return status === 'RUNNING' || status === 'PENDING_REDRIVE';
      } catch (error) {
        if (isNamed(error, 'ExecutionDoesNotExist')) return false;
        throw translated('DescribeExecution', error);
      }
    },
  };
}

import { DescribeExecutionCommand, type SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { aRequest } from '@atlas-engine/domain/testing';
import { stepFunctionsWorkflow } from './step-functions-workflow.ts';

const stateMachineArn = 'arn:aws:states:us-east-1:000000000000:stateMachine:AtlasEngineWorkflow-local:live';
const request = aRequest();
const named = (name: string) => Object.assign(new Error('no'), { name });

function arrange(answer: object) {
  const sent: unknown[] = [];
  const client = {
    send: async (command: { readonly input: unknown }) => {
      sent.push(command);
      if (answer instanceof Error) throw answer;
      return answer;
    },
  } as unknown as SFNClient;
  return { sent, workflow: stepFunctionsWorkflow({ client, stateMachineArn }) };
}

describe('the workflow in Step Functions', () => {
  it('starts an execution named for the request', async () => {
    const { workflow, sent } = arrange({});
    await expect(workflow.start(request)).resolves.toBe('STARTED');
    expect(sent[0]).toBeInstanceOf(StartExecutionCommand);
    expect(sent[0]).toMatchObject({
      input: { stateMachineArn, name: 'outreach-request-1', input: JSON.stringify({ request }) },
    });
  });

  it('knows one that exists', async () => {
    const { workflow } = arrange(named('ExecutionAlreadyExists'));
    await expect(workflow.start(request)).resolves.toBe('EXISTS');
  });

  it.each([
    ['RUNNING', true],
    ['PENDING_REDRIVE', true],
    ['SUCCEEDED', false],
    ['ABORTED', false],
  ])('takes an execution that is %s as running: %s', async (status, running) => {
    const { workflow, sent } = arrange({ status });
    await expect(workflow.isRunning(request.requestId)).resolves.toBe(running);
    expect(sent[0]).toBeInstanceOf(DescribeExecutionCommand);
    expect(sent[0]).toMatchObject({
      input: {
        executionArn:
          'arn:aws:states:us-east-1:000000000000:execution:AtlasEngineWorkflow-local:outreach-request-1',
      },
    });
  });

  it('takes an execution that is not there as not running', async () => {
    const { workflow } = arrange(named('ExecutionDoesNotExist'));
    await expect(workflow.isRunning(request.requestId)).resolves.toBe(false);
  });

  it.each([
    ['ThrottlingException', 'WorkflowUnavailableError', true],
    ['ExecutionLimitExceeded', 'WorkflowUnavailableError', true],
    ['TimeoutError', 'WorkflowUnavailableError', true],
    ['StateMachineDoesNotExist', 'WorkflowRefusedError', false],
    ['AccessDeniedException', 'WorkflowRefusedError', false],
  ])('translates %s to %s', async (name, thrown, retryable) => {
    const { workflow } = arrange(named(name));
    await expect(workflow.start(request)).rejects.toMatchObject({ name: thrown, retryable });
    await expect(workflow.isRunning(request.requestId)).rejects.toMatchObject({ name: thrown, retryable });
  });
});

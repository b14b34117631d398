import { ExecutionAlreadyExists, ExecutionDoesNotExist, SFNClient } from '@aws-sdk/client-sfn';
import { aRequest } from '../fixtures/leads.ts';
import { workflowExecutions } from './executions.ts';

const arn = 'arn:aws:states:us-east-1:000000000000:stateMachine:AtlasEngineWorkflow-local';
const machine = { arn, liveArn: `${arn}:live` };
const execution = 'arn:aws:states:us-east-1:000000000000:execution:AtlasEngineWorkflow-local:outreach-lead-1';

/** Answers commands by their name; an error is thrown. */
function clientThat(answers: Readonly<Record<string, (input: object) => object>>): SFNClient {
  const client = new SFNClient({ region: 'us-east-1' });
  const send = (command: { readonly constructor: { readonly name: string }; readonly input: object }) => {
    const answer = answers[command.constructor.name]?.(command.input) ?? {};
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  };
  return Object.assign(client, { send });
}

describe('workflowExecutions', () => {
  it('starts an execution through the alias, named for its request, with the request as its input', async () => {
    let input: object | undefined;
    const client = clientThat({
      StartExecutionCommand: (given) => {
        input = given;
        return { executionArn: 'arn:started' };
      },
    });
    expect(await workflowExecutions(client, machine).start(aRequest())).toBe('arn:started');
    expect(input).toEqual({
      stateMachineArn: machine.liveArn,
      name: 'outreach-lead-1',
      input: JSON.stringify({ request: aRequest() }),
    });
  });

  it('finds the execution that was started before', async () => {
    const known = new ExecutionAlreadyExists({ message: 'exists', $metadata: {} });
    const client = clientThat({ StartExecutionCommand: () => known });
    expect(await workflowExecutions(client, machine).start(aRequest())).toBe(execution);
  });

  it('lists what is running, whatever it was started through, over all pages', async () => {
    const client = clientThat({
      ListExecutionsCommand: (input) =>
        !('stateMachineArn' in input) || input.stateMachineArn !== arn
          ? { executions: [] }
          : 'nextToken' in input && input.nextToken === 'more'
            ? { executions: [{ executionArn: 'arn:2' }] }
            : { executions: [{ executionArn: 'arn:1' }], nextToken: 'more' },
    });
    expect(await workflowExecutions(client, machine).running()).toEqual(new Set(['arn:1', 'arn:2']));
  });

  it('tells states, CRM writes and the end from the history', async () => {
    const timestamp = new Date('2026-11-21T15:00:00Z');
    const task = (payload: object) => ({
      timestamp,
      type: 'TaskSucceeded',
      taskSucceededEventDetails: { output: JSON.stringify({ Payload: payload }) },
    });
    const lead = { leadId: '00Q000000000001AAA', created: true, duplicate: false };
    const client = clientThat({
      GetExecutionHistoryCommand: () => ({
        events: [
          { timestamp, type: 'ExecutionStarted' },
          { timestamp, type: 'TaskStateEntered', stateEnteredEventDetails: { name: 'CreateLead' } },
          task(lead),
          task({ ...lead, created: false }),
          task({ ...lead, duplicate: true }),
          task({ source: 'MODEL', promptVersion: '1' }),
          task({ taskId: '00T1', attempts: 1, notification: { subject: 's', message: 'm' } }),
          { timestamp, type: 'TaskSucceeded', taskSucceededEventDetails: { output: 'cut' } },
          { timestamp, type: 'ExecutionFailed', executionFailedEventDetails: { error: 'CALL_LOST' } },
        ],
      }),
    });
    const steps = await workflowExecutions(client, machine).steps(aRequest().requestId);
    expect(steps?.map(({ kind, what }) => `${kind} ${what}`)).toEqual([
      'STATE CreateLead',
      'CRM_WRITE lead 00Q000000000001AAA created',
      'CRM_WRITE lead 00Q000000000001AAA updated: it existed',
      'CRM_WRITE lead 00Q000000000001AAA taken: the CRM knew the person',
      'CRM_WRITE lead updated, task 00T1 written',
      'END FAILED CALL_LOST',
    ]);
    expect(steps?.[0]?.at).toBe('2026-11-21T15:00:00.000Z');
  });

  it('knows when a history is not kept, and fails for anything else', async () => {
    const steps = (error: Error) =>
      workflowExecutions(clientThat({ GetExecutionHistoryCommand: () => error }), machine).steps(
        aRequest().requestId,
      );
    expect(await steps(new ExecutionDoesNotExist({ message: 'gone', $metadata: {} }))).toBeUndefined();
    await expect(steps(new Error('no access'))).rejects.toThrow('no access');
  });
});

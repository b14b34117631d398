import { updateLeadInputSchema, workflowOutputSchema } from '@atlas-engine/domain';
import { validateDefinition } from '@atlas-engine/states-language';
import { toAsl } from './asl.ts';
import { exampleResources } from './fixtures/example-resources.ts';
import { leadId, requestId, runWorkflow, type World } from './fixtures/run-workflow.ts';
import { outreachWorkflow } from './outreach-workflow.ts';
import { smokeTestInput } from './smoke-test.ts';

const hours = (value: number) => value * 3_600_000;
const day = hours(24);
const noAnswer = (at: string) => ({ outcome: 'NO_ANSWER', next: { action: 'RETRY', at } }) as const;

const outputOf = async (world: World) => {
  const run = await runWorkflow(world);
  expect(run.execution).toMatchObject({ status: 'SUCCEEDED' });
  return { ...run, output: workflowOutputSchema.parse(JSON.parse(run.execution!.output!)) };
};

describe('an execution', () => {
  it('is of a definition that the local engine accepts', () => {
    expect(validateDefinition(toAsl(outreachWorkflow(exampleResources)))).toEqual([]);
  });

  it('goes from request to notification', async () => {
    const { names, inputs, output } = await outputOf({});
    expect(names).toEqual(['CreateLead', 'GenerateScenario', 'PlaceCall', 'UpdateLead', 'NotifySalesTeam']);
    expect(output).toEqual({
      requestId,
      leadId,
      outcome: 'ANSWERED',
      disposition: 'INTERESTED',
      attempts: 1,
    });
    expect(inputs('NotifySalesTeam')).toEqual([
      expect.objectContaining({ Subject: 'Call ended', Message: 'Interested' }),
    ]);
  });

  it('of the smoke test asks one function, and touches nothing else', async () => {
    const passed = await runWorkflow({ input: smokeTestInput });
    expect(passed.log.map(({ name, input }) => [name, input])).toEqual([['CreateLead', smokeTestInput]]);
    expect(passed.execution).toMatchObject({ status: 'SUCCEEDED' });
    const broken = await runWorkflow({
      input: smokeTestInput,
      failures: { CreateLead: Array.from({ length: 50 }, () => 'ConfigurationError') },
    });
    expect(new Set(broken.names)).toEqual(new Set(['CreateLead']));
    expect(broken.execution).toMatchObject({ status: 'FAILED', error: 'SmokeTestFailed' });
  });

  it('calls again when the policy says so, with the next sequence', async () => {
    const { log, inputs } = await outputOf({ calls: [noAnswer('2026-11-02T16:00:00+02:00'), {}] });
    expect(inputs('PlaceCall')).toMatchObject([{ sequence: 1 }, { sequence: 2 }]);
    const [, second] = log.filter(({ name }) => name === 'PlaceCall');
    expect(second!.at).toBe(hours(4));
  });

  it('stops after a hundred placements and still updates the lead', async () => {
    const { inputs, output } = await outputOf({ calls: [noAnswer('2026-11-02T10:00:00Z')] });
    expect(inputs('PlaceCall')).toHaveLength(100);
    expect(output).toMatchObject({ outcome: 'NO_ANSWER', reason: 'ATTEMPTS_EXHAUSTED' });
    const [update] = inputs('UpdateLead');
    expect(updateLeadInputSchema.parse(update).call?.next).toEqual({
      action: 'FINISH',
      reason: 'ATTEMPTS_EXHAUSTED',
    });
  });

  it('does not wait beyond its own end', async () => {
    const { inputs, output } = await outputOf({ calls: [noAnswer('2026-12-24T10:00:00Z')] });
    expect(inputs('PlaceCall')).toHaveLength(1);
    expect(output).toMatchObject({ outcome: 'NO_ANSWER', reason: 'NO_CALLING_WINDOW' });
  });

  it('gives a call up that shows no sign of life, and never repeats it', async () => {
    const { inputs, output, log } = await outputOf({ calls: ['SILENCE'] });
    expect(inputs('PlaceCall')).toHaveLength(1);
    expect(updateLeadInputSchema.parse(inputs('UpdateLead')[0])).toEqual({
      requestId,
      leadId,
      failure: 'CALL_LOST',
    });
    expect(output).toEqual({ requestId, leadId, outcome: 'FAILED', reason: 'CALL_LOST', attempts: 0 });
    expect(log.at(-1)!.at).toBe(hours(1));
  });

  it('places the call again when only its invocation failed', async () => {
    const { inputs, output } = await outputOf({
      failures: { PlaceCall: ['Lambda.TooManyRequestsException', 'StoreUnavailableError', 'TypeError'] },
    });
    expect(inputs('PlaceCall')).toHaveLength(4);
    expect(output.outcome).toBe('ANSWERED');
  });

  it('updates the lead when the call cannot be placed at all', async () => {
    const { inputs, output } = await outputOf({ failures: { PlaceCall: ['InvalidEventError'] } });
    expect(inputs('PlaceCall')).toHaveLength(1);
    expect(output).toMatchObject({ outcome: 'FAILED', reason: 'WORKFLOW_ERROR' });
  });

  it('catches a result whose next attempt has no readable time', async () => {
    const { output } = await outputOf({ calls: [noAnswer('soon')] });
    expect(output).toMatchObject({ outcome: 'FAILED', reason: 'WORKFLOW_ERROR' });
  });

  it('outlasts a bad minute of every step', async () => {
    const bad = Array.from({ length: 8 }, () => 'Lambda.ServiceException');
    const { names } = await outputOf({
      failures: {
        CreateLead: bad,
        GenerateScenario: bad,
        PlaceCall: bad,
        UpdateLead: bad,
        NotifySalesTeam: bad,
      },
    });
    expect(names).not.toContain('MarkParked');
  });
});

describe('an execution that fails', () => {
  it.each([
    ['CreateLead', 'SalesforceAuthError', 'CRM_CREDENTIALS'],
    ['CreateLead', 'SalesforceValidationError', 'CRM_REJECTED'],
    ['GenerateScenario', 'StoredItemError', 'WORKFLOW_ERROR'],
    ['UpdateLead', 'SalesforceAuthError', 'CRM_CREDENTIALS'],
  ] as const)('parks a request at %s for %s', async (step, error, reason) => {
    const { execution, inputs, parked } = await runWorkflow({ failures: { [step]: [error] } });
    expect(execution).toMatchObject({ status: 'FAILED', error: reason });
    expect(inputs(step)).toHaveLength(1);
    expect(parked()).toEqual([
      expect.objectContaining({
        requestId,
        reason,
        step,
        cause: `${error}: it broke`,
        ...(step === 'CreateLead' ? {} : { leadId }),
      }),
    ]);
    expect(inputs('MarkParked')).toHaveLength(1);
  });

  it('waits about an hour for a CRM that is down', async () => {
    const down = Array.from({ length: 18 }, () => 'SalesforceUnavailableError');
    const { log, parked } = await runWorkflow({ failures: { UpdateLead: down } });
    expect(parked()).toMatchObject([{ reason: 'CRM_UNAVAILABLE' }]);
    const tries = log.filter(({ name }) => name === 'UpdateLead');
    expect(tries).toHaveLength(18);
    expect(tries.at(-1)!.at - tries[0]!.at).toBeLessThanOrEqual(hours(1.05));
  });

  it('is parked even when the request cannot be marked', async () => {
    const { execution, parked } = await runWorkflow({
      failures: {
        CreateLead: ['SalesforceAuthError'],
        MarkParked: ['DynamoDB.ConditionalCheckFailedException'],
      },
    });
    expect(parked()).toHaveLength(1);
    expect(execution!.status).toBe('FAILED');
  });

  it('fails visibly when nothing can be recorded', async () => {
    const refused = Array.from({ length: 20 }, () => 'States.Permissions');
    const { execution } = await runWorkflow({
      failures: { CreateLead: ['SalesforceAuthError'], MarkParked: refused, SendToParkedRequests: refused },
    });
    expect(execution).toMatchObject({ status: 'FAILED', error: 'CRM_CREDENTIALS' });
    expect(execution!.stopDate! - execution!.startDate).toBeLessThan(day);
  });
});

import {
  parkedRequestSchema,
  placeCallInputSchema,
  updateLeadInputSchema,
  workflowOutputSchema,
} from '@atlas-engine/domain';
import type { ChoiceState, SucceedState, TaskState } from './asl.ts';
import { evaluate } from './fixtures/evaluate.ts';
import { exampleResources } from './fixtures/example-resources.ts';
import { outreachWorkflow } from './outreach-workflow.ts';

const { States } = outreachWorkflow(exampleResources);
const task = (name: string) => States[name] as TaskState;

const requestId = 'r-1';
const leadId = '00Q000000000001AAA';
const executionArn = 'arn:aws:states:us-east-1:000000000000:execution:AtlasEngineWorkflow-local:outreach-r-1';
const call = (next: object, more: object = {}) => ({
  callId: '01234567-89ab-8cde-8f01-23456789abcd',
  requestId,
  sequence: 1,
  outcome: 'NO_ANSWER',
  attempts: 1,
  next,
  ...more,
});
const retryAt = (at: string) => call({ action: 'RETRY', at });
const finished = call({ action: 'FINISH' }, { outcome: 'ANSWERED', disposition: 'INTERESTED' });

const states = (more: object = {}) => ({
  context: {
    Execution: {
      Id: executionArn,
      Name: 'outreach-r-1',
      StartTime: '2026-11-02T10:00:00Z',
      Input: { request: { requestId } },
    },
    State: { EnteredTime: '2026-11-02T11:00:00Z' },
    Task: { Token: 'token' },
  },
  ...more,
});

describe('placing a call', () => {
  it('passes what the function expects', async () => {
    const { Payload } = (await evaluate(task('PlaceCall').Arguments, {
      states: states(),
      request: { requestId },
      sequence: 3,
    })) as { Payload: unknown };
    expect(placeCallInputSchema.parse(Payload)).toEqual({
      requestId,
      sequence: 3,
      taskToken: 'token',
      executionArn,
    });
  });

  it('reads the time of the next attempt, whatever its offset', async () => {
    const result = retryAt('2026-11-03T10:00:00+02:00');
    expect(await evaluate(task('PlaceCall').Assign, { states: states({ result }) })).toEqual({
      call: result,
      nextAttemptAt: '2026-11-03T08:00:00.000Z',
      tooLate: false,
    });
  });

  it('has no next attempt when the call is final', async () => {
    expect(await evaluate(task('PlaceCall').Assign, { states: states({ result: finished }) })).toEqual({
      call: finished,
      nextAttemptAt: null,
      tooLate: false,
    });
  });

  it('is too late for another attempt two days before the execution times out', async () => {
    const assigned = async (at: string) =>
      evaluate(task('PlaceCall').Assign, { states: states({ result: retryAt(at) }) });
    expect(await assigned('2026-11-30T10:00:00Z')).toMatchObject({ tooLate: false });
    expect(await assigned('2026-11-30T10:00:01Z')).toMatchObject({ tooLate: true });
  });

  it('fails where it is caught when the time of the next attempt cannot be read', async () => {
    const result = retryAt('tomorrow');
    await expect(evaluate(task('PlaceCall').Assign, { states: states({ result }) })).rejects.toMatchObject({
      code: 'D3110',
    });
  });
});

describe('after a call', () => {
  const choose = async (scope: object) => {
    const { Choices, Default } = States['AfterCall'] as ChoiceState;
    const bindings = { states: states(), sequence: 1, tooLate: false, ...scope };
    for (const rule of Choices) {
      if ((await evaluate(rule.Condition, bindings)) === true) {
        return { next: rule.Next, assigned: await evaluate(rule.Assign ?? {}, bindings) };
      }
    }
    return { next: Default, assigned: {} };
  };
  const retry = retryAt('2026-11-03T10:00:00Z');

  it('updates the lead when the policy says so', async () => {
    expect(await choose({ call: finished })).toEqual({ next: 'UpdateLead', assigned: {} });
  });

  it('waits for the next attempt', async () => {
    expect(await choose({ call: retry })).toEqual({
      next: 'WaitUntilNextAttempt',
      assigned: {},
    });
    expect(await choose({ call: retry, sequence: 99 })).toMatchObject({
      next: 'WaitUntilNextAttempt',
    });
  });

  it('stops after a hundred placements', async () => {
    expect(await choose({ call: retry, sequence: 100 })).toEqual({
      next: 'UpdateLead',
      assigned: { call: { ...retry, next: { action: 'FINISH', reason: 'ATTEMPTS_EXHAUSTED' } } },
    });
  });

  it('stops when the next attempt lies too near the end of the execution', async () => {
    expect(await choose({ call: retry, tooLate: true })).toEqual({
      next: 'UpdateLead',
      assigned: { call: { ...retry, next: { action: 'FINISH', reason: 'NO_CALLING_WINDOW' } } },
    });
  });
});

describe('updating the lead', () => {
  const payload = async (scope: object) => {
    const { Payload } = (await evaluate(task('UpdateLead').Arguments, {
      states: states(),
      request: { requestId },
      leadId,
      ...scope,
    })) as { Payload: unknown };
    return updateLeadInputSchema.parse(Payload);
  };

  it('tells how the call ended', async () => {
    expect(await payload({ call: finished, failure: null })).toEqual({ requestId, leadId, call: finished });
  });

  it('tells the failure alone, also when there was a call before', async () => {
    const expected = { requestId, leadId, failure: 'CALL_LOST' };
    expect(await payload({ call: null, failure: 'CALL_LOST' })).toEqual(expected);
    expect(await payload({ call: finished, failure: 'CALL_LOST' })).toEqual(expected);
  });
});

describe('the output', () => {
  const output = async (scope: object) =>
    workflowOutputSchema.parse(
      await evaluate((States['Done'] as SucceedState).Output, {
        states: states(),
        request: { requestId },
        leadId,
        attempts: 1,
        ...scope,
      }),
    );

  it('is the outcome of the last call', async () => {
    expect(await output({ call: finished, failure: null })).toEqual({
      requestId,
      leadId,
      outcome: 'ANSWERED',
      disposition: 'INTERESTED',
      attempts: 1,
    });
  });

  it('prefers the reason to stop over the reason of the call', async () => {
    const stopped = call({ action: 'FINISH', reason: 'ATTEMPTS_EXHAUSTED' }, { reason: 'NETWORK_FAILURE' });
    expect(await output({ call: stopped, failure: null })).toMatchObject({ reason: 'ATTEMPTS_EXHAUSTED' });
    const failed = call({ action: 'FINISH' }, { reason: 'NETWORK_FAILURE' });
    expect(await output({ call: failed, failure: null })).toMatchObject({ reason: 'NETWORK_FAILURE' });
  });

  it('is FAILED with the reason when the call was not carried through', async () => {
    const failed = { requestId, leadId, outcome: 'FAILED', reason: 'CALL_TIMED_OUT' };
    expect(await output({ call: null, failure: 'CALL_TIMED_OUT', attempts: 0 })).toEqual({
      ...failed,
      attempts: 0,
    });
    expect(await output({ call: finished, failure: 'CALL_TIMED_OUT' })).toEqual({ ...failed, attempts: 1 });
  });
});

describe('parking', () => {
  const park = async (step: string, errorOutput: object, context = states().context) => {
    const { Assign } = task(step).Catch.at(-1)!;
    const { parked } = (await evaluate(Assign, { states: { context, errorOutput }, leadId })) as {
      parked: unknown;
    };
    return parked;
  };

  it.each([
    ['SalesforceUnavailableError', 'CRM_UNAVAILABLE'],
    ['SalesforceLockError', 'CRM_UNAVAILABLE'],
    ['SalesforceAuthError', 'CRM_CREDENTIALS'],
    ['SalesforceValidationError', 'CRM_REJECTED'],
    ['Lambda.ServiceException', 'WORKFLOW_ERROR'],
    ['TypeError', 'WORKFLOW_ERROR'],
  ])('gives %s the reason %s', async (Error, reason) => {
    const parked = parkedRequestSchema.parse(await park('UpdateLead', { Error, Cause: 'it did not answer' }));
    expect(parked).toEqual({
      requestId,
      executionArn,
      reason,
      step: 'UpdateLead',
      cause: `${Error}: it did not answer`,
      leadId,
    });
  });

  it('knows no lead before there is one, and needs no cause', async () => {
    const parked = parkedRequestSchema.parse(await park('CreateLead', { Error: 'States.Timeout' }));
    expect(parked).not.toHaveProperty('leadId');
    expect(parked.cause).toBe('States.Timeout: ');
  });

  it('keeps the beginning of a long cause', async () => {
    const parked = parkedRequestSchema.parse(
      await park('UpdateLead', { Error: 'E', Cause: 'x'.repeat(5000) }),
    );
    expect(parked.cause).toHaveLength(500);
  });

  it('takes the id from the execution when the input has none', async () => {
    const { context } = states();
    const without = { ...context, Execution: { ...context.Execution, Input: {} as never } };
    const parked = parkedRequestSchema.parse(await park('CreateLead', { Error: 'E' }, without));
    expect(parked.requestId).toBe('outreach-r-1');
  });

  it('marks the request and queues it for a person', async () => {
    const parked = { requestId, reason: 'CRM_REJECTED', step: 'UpdateLead', cause: 'c' };
    const scope = { states: states(), parked };
    expect(await evaluate(task('MarkParked').Arguments, scope)).toMatchObject({
      Key: { PK: { S: 'REQ#r-1' }, SK: { S: 'REQUEST' } },
      ExpressionAttributeValues: { ':status': { S: 'PARKED' }, ':at': { S: '2026-11-02T11:00:00Z' } },
    });
    const { MessageBody } = (await evaluate(task('SendToParkedRequests').Arguments, scope)) as {
      MessageBody: string;
    };
    expect(JSON.parse(MessageBody)).toEqual(parked);
    expect(await evaluate({ error: (States['Parked'] as never as { Error: string }).Error }, scope)).toEqual({
      error: 'CRM_REJECTED',
    });
  });
});

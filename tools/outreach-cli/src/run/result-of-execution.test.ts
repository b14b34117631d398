import { aRequest } from '../fixtures/leads.ts';
import { resultOfExecution } from './result-of-execution.ts';

const started = { row: 3, request: aRequest(), executionArn: 'arn:x' };
const output = { requestId: 'lead-1', leadId: '00Q000000000001AAA', outcome: 'REFUSED', attempts: 0 };

describe('resultOfExecution', () => {
  it.each([['RUNNING' as const], ['PENDING_REDRIVE' as const]])(
    'has no result while an execution is %s',
    (status) => {
      expect(resultOfExecution(started, { status })).toBeUndefined();
    },
  );

  it('is a completed row with what the workflow gave', () => {
    const given = { ...output, outcome: 'ANSWERED', attempts: 2, disposition: 'INTERESTED' };
    expect(resultOfExecution(started, { status: 'SUCCEEDED', output: JSON.stringify(given) })).toEqual({
      row: 3,
      status: 'completed',
      outcome: 'ANSWERED',
      reason: null,
      field: null,
      attempts: 2,
      requestId: 'lead-1',
      executionArn: 'arn:x',
      leadId: '00Q000000000001AAA',
      disposition: 'INTERESTED',
    });
  });

  it('is a rejected row when the policy refused it before any call, and completed after one', () => {
    const end = (attempts: number) =>
      resultOfExecution(started, {
        status: 'SUCCEEDED',
        output: JSON.stringify({ ...output, reason: 'DO_NOT_CALL', attempts }),
      });
    expect(end(0)).toMatchObject({ status: 'rejected', reason: 'DO_NOT_CALL' });
    expect(end(1)).toMatchObject({ status: 'completed', reason: 'DO_NOT_CALL' });
  });

  it.each([
    [{ status: 'FAILED' as const, error: 'CRM_UNAVAILABLE' }, 'parked', 'CRM_UNAVAILABLE'],
    [{ status: 'FAILED' as const, error: 'States.Runtime' }, 'failed', 'WORKFLOW_ERROR'],
    [{ status: 'ABORTED' as const }, 'failed', 'WORKFLOW_ERROR'],
    [{ status: 'TIMED_OUT' as const }, 'failed', 'WORKFLOW_ERROR'],
    [{ status: 'SUCCEEDED' as const, output: '{"outcome":' }, 'failed', 'WORKFLOW_ERROR'],
    [{ status: 'SUCCEEDED' as const }, 'failed', 'WORKFLOW_ERROR'],
  ])('takes %j for %s', (execution, status, reason) => {
    expect(resultOfExecution(started, execution)).toMatchObject({ status, reason });
  });

  it.each([
    [undefined, null],
    ['not JSON', null],
    [JSON.stringify({ request: aRequest({ campaign: 'spring' }) }), null],
    [JSON.stringify({ request: aRequest({ interest: ' Solar PANELS' }) }), null],
    [JSON.stringify({ request: aRequest({ notes: 'other' }) }), 'notes'],
    [JSON.stringify({ request: aRequest({ lead: { ...aRequest().lead, lastName: 'Other' } }) }), 'last_name'],
  ])('compares the row with the input %s', (input, field) => {
    expect(resultOfExecution(started, { status: 'ABORTED', input })?.field).toBe(field);
  });
});

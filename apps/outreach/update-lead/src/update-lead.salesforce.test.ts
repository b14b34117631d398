import { leadIdSchema } from '@atlas-engine/domain';
import { openOrg } from '@atlas-engine/salesforce-client/testing';
import { arrange, aSummary } from './fixtures/arrange.ts';
import { createUpdateLead } from './update-lead.ts';

let org: Awaited<ReturnType<typeof openOrg>>;
beforeEach(async () => {
  org = await openOrg();
});
afterEach(() => org.close());

async function arrangeWithOrg() {
  const { id } = await org.client.create('Lead', {
    LastName: 'Sample',
    Company: 'Example Trading',
    Atlas_Reason__c: 'ATTEMPTS_EXHAUSTED',
  });
  const arranged = await arrange();
  const update = createUpdateLead({ ...arranged.ports, salesforce: org.client });
  return { ...arranged, update, leadId: leadIdSchema.parse(id) };
}

describe('against Salesforce over HTTP', () => {
  it('writes lead and call log in one request, and writes the same when it is repeated', async () => {
    const { requestId, leadId, update, call } = await arrangeWithOrg();
    const result = await call({
      result: { disposition: 'DO_NOT_CALL' },
      summary: aSummary(),
      recorded: true,
    });
    org.calls.length = 0;
    const first = await update({ requestId, leadId, call: result });
    expect(org.calls).toEqual([expect.stringMatching(/composite.* 200$/i)]);
    const second = await update({ requestId, leadId, call: result });

    expect(second).toEqual(first);
    expect(org.records('Lead')).toMatchObject([
      {
        Id: leadId,
        LastName: 'Sample',
        DoNotCall: true,
        Atlas_Status__c: 'DoNotCall',
        Atlas_Outcome__c: 'ANSWERED',
        Atlas_Reason__c: null,
        Atlas_Attempts__c: 1,
      },
    ]);
    expect(org.records('Task')).toMatchObject([
      {
        Id: first.taskId,
        WhoId: leadId,
        Atlas_Call_Id__c: result.callId,
        TaskSubtype: 'Call',
        CallDurationInSeconds: 90,
      },
    ]);
  });

  it('writes nothing when the lead is gone', async () => {
    const { requestId, update } = await arrangeWithOrg();
    const gone = leadIdSchema.parse('00Q000000000999');
    await expect(update({ requestId, leadId: gone, failure: 'CALL_LOST' })).rejects.toMatchObject({
      name: 'SalesforceNotFoundError',
    });
    expect(org.records('Task')).toEqual([]);
  });
});

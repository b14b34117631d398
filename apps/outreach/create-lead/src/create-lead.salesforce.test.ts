import { requestIdSchema } from '@atlas-engine/domain';
import { aLead, aRequest } from '@atlas-engine/domain/testing';
import { createInMemoryInteractionStore } from '@atlas-engine/interaction-store/testing';
import { openOrg } from '@atlas-engine/salesforce-client/testing';
import { createCreateLead } from './create-lead.ts';

let org: Awaited<ReturnType<typeof openOrg>>;
beforeEach(async () => {
  org = await openOrg();
});
afterEach(() => org.close());

const clock = { now: () => Date.UTC(2026, 10, 20, 15) };
/** A store of its own for each attempt: what one that died could not record. */
const createAnew = () =>
  createCreateLead({ store: createInMemoryInteractionStore(), salesforce: org.client, clock });

describe('against Salesforce over HTTP', () => {
  it('makes one lead of a request, however often it is asked for', async () => {
    const first = await createAnew()(aRequest());
    const second = await createAnew()(aRequest());
    expect(first).toMatchObject({ created: true, duplicate: false });
    expect(second).toEqual({ ...first, created: false });
    expect(org.records('Lead')).toMatchObject([
      {
        Id: first.leadId,
        Atlas_Request_Id__c: 'request-1',
        LastName: 'Sample',
        Phone: '+12125550100',
        Atlas_Consent_At__c: '2026-11-01T09:30:00.000+0000',
      },
    ]);
  });

  it('gives the outreach to the lead that a duplicate rule names, and takes over its do-not-call mark', async () => {
    const { id } = await org.client.create('Lead', {
      FirstName: 'Robin',
      LastName: 'Sample-Miller',
      Company: 'Example Holding',
      Email: 'robin.sample@example.com',
      DoNotCall: true,
    });
    const store = createInMemoryInteractionStore();
    const requestId = requestIdSchema.parse('request-2');
    const create = createCreateLead({ store, salesforce: org.client, clock });
    await expect(create(aRequest({ requestId }))).resolves.toEqual({
      leadId: id,
      created: false,
      duplicate: true,
    });
    expect(org.records('Lead')).toMatchObject([
      {
        LastName: 'Sample-Miller',
        Company: 'Example Holding',
        Atlas_Interest__c: 'Solar panels for a small warehouse',
        Atlas_Status__c: 'Requested',
      },
    ]);
    expect(org.records('Lead')[0]?.['Phone'] ?? null).toBeNull();
    await expect(store.doNotCall.has(aLead().phone)).resolves.toBe(true);
  });
});

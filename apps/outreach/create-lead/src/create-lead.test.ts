import type { OutreachRequest } from '@atlas-engine/domain';
import { aLead, aRequest } from '@atlas-engine/domain/testing';
import { createInMemoryInteractionStore } from '@atlas-engine/interaction-store/testing';
import { workflowErrors } from '@atlas-engine/outreach-workflow';
import { SalesforceDuplicateError, SalesforceUnavailableError } from '@atlas-engine/salesforce-client';
import { createCreateLead } from './create-lead.ts';
import { createFakeCrm, failureOf } from './fixtures/fake-crm.ts';

const now = Date.UTC(2026, 10, 20, 15);

function arrange() {
  const store = createInMemoryInteractionStore();
  const crm = createFakeCrm();
  const told: unknown[] = [];
  const create = createCreateLead({
    store,
    salesforce: crm.client,
    clock: { now: () => now },
    onLead: (lead) => told.push(lead),
  });
  return { store, crm, told, create };
}

const withPhone = (phone: string): OutreachRequest => aRequest({ lead: aLead({ phone: phone as never }) });

describe('creating a lead', () => {
  it('creates it with who the person is and what the outreach is about', async () => {
    const { crm, create } = arrange();
    const request = aRequest({ notes: 'Call after lunch.' });
    const output = await create(request);
    expect(output).toEqual({ leadId: expect.stringMatching(/^00Q/), created: true, duplicate: false });
    expect(crm.leads.get(output.leadId)).toEqual({
      Atlas_Request_Id__c: 'request-1',
      FirstName: 'Robin',
      LastName: 'Sample',
      Company: 'Example Trading',
      Phone: '+12125550100',
      Email: 'robin.sample@example.com',
      LeadSource: 'Other',
      Description: 'Call after lunch.',
      Atlas_Status__c: 'Requested',
      Atlas_Interest__c: 'Solar panels for a small warehouse',
      Atlas_Consent_At__c: '2026-11-01T09:30:00Z',
      Atlas_Consent_Source__c: 'Web form of example.com (FILE, autumn-2026)',
      Atlas_Time_Zone__c: 'America/New_York',
    });
  });

  it('leaves out what the request does not say, and gives a person without a company a stand-in', async () => {
    const { crm, create } = arrange();
    const { lastName, phone, locale } = aLead();
    const { leadId } = await create(aRequest({ lead: { lastName, phone, locale } }));
    const fields = crm.leads.get(leadId);
    expect(fields).toMatchObject({ LastName: 'Sample', Company: '[not provided]' });
    for (const absent of ['FirstName', 'Email', 'Description', 'Atlas_Time_Zone__c']) {
      expect(fields).not.toHaveProperty(absent);
    }
  });

  it('clips a consent source that the field does not hold', async () => {
    const { crm, create } = arrange();
    const consent = { at: '2026-11-01T09:30:00Z', source: 's'.repeat(255) };
    const { leadId } = await create(aRequest({ consent }));
    const source = String(crm.leads.get(leadId)?.['Atlas_Consent_Source__c']);
    expect(source).toHaveLength(255);
    expect(source.endsWith('…')).toBe(true);
  });

  it('records the lead with the request', async () => {
    const { store, told, create } = arrange();
    const output = await create(aRequest());
    await expect(store.getRequest(aRequest().requestId)).resolves.toMatchObject({
      leadId: output.leadId,
      leadCreated: true,
      leadDuplicate: false,
      status: 'RECEIVED',
    });
    expect(told).toEqual([output]);
  });
});

describe('a repeat', () => {
  it('does not ask Salesforce for a lead that is known', async () => {
    const { crm, told, create } = arrange();
    const first = await create(aRequest());
    await expect(create(aRequest())).resolves.toEqual(first);
    expect(crm.asked).toEqual(['upsert']);
    expect(told).toHaveLength(1);
  });

  it('finds the lead that an attempt made which died before it recorded it', async () => {
    const { store, crm } = arrange();
    const salesforce = crm.client;
    const clock = { now: () => now };
    const dying = { ...store, recordLead: () => Promise.reject(new Error('the function died')) };
    await expect(createCreateLead({ store: dying, salesforce, clock })(aRequest())).rejects.toThrow('died');
    const output = await createCreateLead({ store, salesforce, clock })(aRequest());
    expect(output).toMatchObject({ created: false, duplicate: false });
    expect(crm.leads.size).toBe(1);
  });

  it('writes what was stored first when the same id comes with other content', async () => {
    const { crm, create } = arrange();
    crm.failNext(new SalesforceUnavailableError('away', {}));
    await failureOf(create(aRequest({ interest: 'Heat pumps' })));
    const { leadId } = await create(aRequest({ interest: 'Something else' }));
    expect(crm.leads.get(leadId)).toMatchObject({ Atlas_Interest__c: 'Heat pumps' });
  });
});

describe('a lead that is there under another id', () => {
  const colleague = {
    LastName: 'Sample-Miller',
    Phone: '+12125550199',
    Email: 'robin.sample@example.com',
    Company: 'Example Holding',
    Description: 'Met at the fair.',
  };

  it('is given back as a duplicate and gets the outreach, while the person stays as written', async () => {
    const { store, crm, create } = arrange();
    const id = crm.add(colleague);
    await expect(create(aRequest({ notes: 'New notes.' }))).resolves.toEqual({
      leadId: id,
      created: false,
      duplicate: true,
    });
    expect(crm.leads.size).toBe(1);
    expect(crm.leads.get(id)).toEqual({
      ...colleague,
      Atlas_Status__c: 'Requested',
      Atlas_Interest__c: 'Solar panels for a small warehouse',
      Atlas_Consent_At__c: '2026-11-01T09:30:00Z',
      Atlas_Consent_Source__c: 'Web form of example.com (FILE, autumn-2026)',
      Atlas_Time_Zone__c: 'America/New_York',
    });
    await expect(store.getRequest(aRequest().requestId)).resolves.toMatchObject({ leadDuplicate: true });
  });

  it('keeps the duplicate mark when it is asked for again', async () => {
    const { crm, create } = arrange();
    crm.add(colleague);
    const first = await create(aRequest());
    await expect(create(aRequest())).resolves.toEqual(first);
  });

  it.each([
    { DoNotCall: true, listed: true },
    { DoNotCall: false, listed: false },
  ])('is put on the do-not-call list: $listed, when the CRM says DoNotCall $DoNotCall', async (given) => {
    const { store, crm, create } = arrange();
    crm.add({ ...colleague, DoNotCall: given.DoNotCall });
    await create(aRequest());
    await expect(store.doNotCall.has(aLead().phone)).resolves.toBe(given.listed);
  });

  it('is not recorded before the do-not-call mark was read', async () => {
    const { store, crm, create } = arrange();
    crm.add({ ...colleague, DoNotCall: true });
    const healthy = crm.client.get;
    Object.assign(crm.client, { get: () => Promise.reject(new SalesforceUnavailableError('away', {})) });
    await failureOf(create(aRequest()));
    Object.assign(crm.client, { get: healthy });
    await create(aRequest());
    await expect(store.doNotCall.has(aLead().phone)).resolves.toBe(true);
  });
});

describe('failures', () => {
  it('keeps the request when Salesforce is away', async () => {
    const { store, crm, create } = arrange();
    crm.failNext(new SalesforceUnavailableError('away', { retryable: true }));
    const error = await failureOf(create(aRequest()));
    expect(error.name).toBe('SalesforceUnavailableError');
    await expect(store.getRequest(aRequest().requestId)).resolves.toMatchObject({ status: 'RECEIVED' });
  });

  it('lets a duplicate that names no record go to a person', async () => {
    const { crm, create } = arrange();
    crm.failNext(new SalesforceDuplicateError('matches records that exist', {}));
    const { name } = await failureOf(create(aRequest()));
    expect(workflowErrors).toMatchObject({ [name]: { reason: 'CRM_REJECTED', retry: 'NEVER' } });
  });

  it('refuses an id that is none', async () => {
    const { crm, create } = arrange();
    Object.assign(crm.client, { upsert: () => Promise.resolve({ id: 'not-an-id', created: true }) });
    const { name } = await failureOf(create(aRequest()));
    expect(workflowErrors).toHaveProperty(name);
  });

  it.each(['+12125550', '+999555010012', '+442079460000000', '+19005550100'])(
    'refuses a number that cannot be dialled, without repeating it, and stores nothing',
    async (phone) => {
      const { store, crm, create } = arrange();
      const error = await failureOf(create(withPhone(phone)));
      expect(error.message).toContain('request.lead.phone');
      expect(error.message).not.toContain(phone.slice(4));
      expect(workflowErrors).toMatchObject({ [error.name]: { retry: 'NEVER' } });
      expect(crm.asked).toEqual([]);
      await expect(store.getRequest(aRequest().requestId)).resolves.toBeUndefined();
    },
  );

  it('stores and writes a number in the one form that lists and histories use', async () => {
    const { store, crm, create } = arrange();
    const { leadId } = await create(withPhone('+4402079460000'));
    expect(crm.leads.get(leadId)).toMatchObject({ Phone: '+442079460000' });
    const record = await store.getRequest(aRequest().requestId);
    expect(record?.request.lead.phone).toBe('+442079460000');
  });
});

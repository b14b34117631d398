import { aRequest } from '@atlas-engine/domain/testing';
import type { CallResult, ContactId, Disposition } from '@atlas-engine/domain';
import type { WrapUpNews } from '@atlas-engine/interaction-store';
import fc from 'fast-check';
import { arrange, aSummary, friday, leadId, minute } from './fixtures/arrange.ts';
import { createRecordWrapUp } from './record-wrap-up.ts';

const agent = { id: 'user-1', userName: 'avery.agent', name: 'Avery Agent' };
const contactId = 'contact-1' as ContactId;
const sentAt = friday;

/** A request with a lead and one answered call, a CRM, and an agent who saves. */
async function shift() {
  const arranged = await arrange();
  const { store, crm, requestId, phone, ports, call } = arranged;
  const lead = { requestId, leadId, created: true, duplicate: false };
  await store.recordLead(requestId, lead, friday);
  const recorded: string[] = [];
  const onRecorded = () => void recorded.push('yes');
  const record = createRecordWrapUp({ ...ports, salesforce: crm.client, onRecorded });
  const save = (content: Partial<WrapUpNews['content']> = {}, news: Partial<WrapUpNews> = {}) =>
    store.saveWrapUp({
      ...{ contactId, request: { requestId, sequence: 1 }, phone, agent, revision: 0, at: friday + minute },
      content: { disposition: 'INTERESTED', notes: 'wants an offer', doNotCall: false, ...content },
      ...news,
    });
  const deliver = (revision = 1) => record({ contactId, requestId, revision }, { sentAt });
  const answered = (disposition: Disposition = 'NOT_INTERESTED'): Promise<CallResult> =>
    call({ result: { disposition }, summary: aSummary({ disposition }) });
  return { ...arranged, save, deliver, answered, recorded };
}

const ofAgent = {
  lead: { Atlas_Status__c: 'Reached', Atlas_Outcome__c: 'ANSWERED', Atlas_Disposition__c: 'INTERESTED' },
  log: { CallDisposition: 'INTERESTED', Atlas_Disposition__c: 'INTERESTED' },
};

describe('a wrap-up before the report of the workflow', () => {
  it('wins over the summary, and is part of the call log with the name of the agent', async () => {
    const { crm, requestId, update, save, deliver, answered, store } = await shift();
    const call = await answered();
    await save({ followUpAt: friday + 90 * minute });
    expect(await deliver()).toBe('DONE');
    expect(crm.requests()).toBe(0);
    const { notification } = await update({ requestId, leadId, call });
    expect(crm.lead()).toMatchObject({
      ...ofAgent.lead,
      Atlas_Follow_Up_At__c: new Date(friday + 90 * minute).toISOString(),
    });
    expect(crm.logs()).toMatchObject([
      {
        ...ofAgent.log,
        Description: expect.stringContaining(
          'Avery Agent (avery.agent), call 1, 2026-11-20T15:01:00.000Z: INTERESTED. wants an offer',
        ),
      },
    ]);
    expect(notification.message).not.toMatch(/wants an offer|avery/i);
    expect(await store.getWrapUp(contactId)).toMatchObject({ crmRevision: 1 });
  });

  it('tells the CRM at once that the person wants no more calls', async () => {
    const { crm, requestId, update, save, deliver, answered, recorded } = await shift();
    const call = await answered();
    await save({ disposition: 'DO_NOT_CALL', doNotCall: true });
    expect(await deliver()).toBe('DONE');
    expect(crm.lead()).toEqual({ DoNotCall: true, Atlas_Status__c: 'DoNotCall' });
    expect(recorded).toHaveLength(1);
    await update({ requestId, leadId, call });
    expect(crm.lead()).toMatchObject({ DoNotCall: true, Atlas_Status__c: 'DoNotCall' });
  });

  it('means that somebody was reached, whatever became of the recording', async () => {
    const { crm, requestId, update, save, call } = await shift();
    await call({ result: {}, lost: true });
    await save();
    await update({ requestId, leadId, failure: 'CALL_LOST' });
    expect(crm.lead()).toMatchObject({ Atlas_Status__c: 'Reached', Atlas_Disposition__c: 'INTERESTED' });
  });

  it('of an earlier call does not speak for a later one', async () => {
    const { crm, requestId, update, save, answered } = await shift();
    await answered('CALL_BACK');
    await save({ disposition: 'CALL_BACK' });
    const call = await answered('NOT_INTERESTED');
    await update({ requestId, leadId, call });
    expect(crm.lead()).toMatchObject({ Atlas_Disposition__c: 'NOT_INTERESTED' });
    expect(crm.logs()).toMatchObject([{ Description: expect.stringContaining('call 1') }]);
  });
});

describe('a wrap-up during the report of the workflow', () => {
  it('is in what is written last', async () => {
    const { crm, requestId, update, save, answered, store } = await shift();
    const call = await answered();
    crm.beforeNext(() => save());
    await update({ requestId, leadId, call });
    expect(crm.lead()).toMatchObject(ofAgent.lead);
    expect(crm.logs()).toMatchObject([ofAgent.log]);
    expect(await store.getRequest(requestId)).toMatchObject({ status: 'COMPLETED' });
  });

  it('leaves the request open when agents keep saving', async () => {
    const { crm, requestId, update, save, answered, store } = await shift();
    const call = await answered();
    for (const revision of [0, 1, 2, 3, 4])
      crm.beforeNext(() => save({ notes: String(revision) }, { revision }));
    await expect(update({ requestId, leadId, call })).rejects.toMatchObject({
      name: 'StoreContentionError',
      retryable: true,
    });
    expect((await store.getRequest(requestId))?.status).not.toBe('COMPLETED');
  });
});

describe('a wrap-up after the report of the workflow', () => {
  it('writes the same lead and call log again, with what the agent said', async () => {
    const { crm, requestId, update, save, deliver, answered, store, recorded } = await shift();
    await update({ requestId, leadId, call: await answered() });
    const paths = crm.paths();
    await save();
    expect(await deliver()).toBe('DONE');
    expect(crm.paths()).toEqual(paths);
    expect(crm.lead()).toMatchObject(ofAgent.lead);
    expect(crm.logs()).toMatchObject([{ ...ofAgent.log, Subject: 'Atlas call: ANSWERED' }]);
    expect(await store.getWrapUp(contactId)).toMatchObject({ crmRevision: 1 });
    expect(recorded).toHaveLength(1);
  });

  it('writes the same when the message comes again', async () => {
    const { crm, requestId, update, save, deliver, answered } = await shift();
    await update({ requestId, leadId, call: await answered() });
    await save();
    await deliver();
    const before = [crm.lead(), crm.logs()];
    await deliver();
    expect([crm.lead(), crm.logs()]).toEqual(before);
  });

  it('keeps why the workflow failed', async () => {
    const { crm, requestId, update, save, deliver, call } = await shift();
    await call({ result: {}, lost: true });
    await update({ requestId, leadId, failure: 'CALL_LOST' });
    expect(crm.lead()).toMatchObject({ Atlas_Status__c: 'Failed' });
    await save();
    await deliver();
    expect(crm.lead()).toMatchObject({ Atlas_Status__c: 'Reached', Atlas_Reason__c: 'CALL_LOST' });
  });

  it('comes again when an agent saved while it was written', async () => {
    const { crm, requestId, update, save, deliver, answered } = await shift();
    await update({ requestId, leadId, call: await answered() });
    await save();
    crm.beforeNext(() => save({ notes: 'second' }, { revision: 1 }));
    expect(await deliver()).toBe('RETRY');
    expect(await deliver()).toBe('DONE');
    expect(crm.logs()).toMatchObject([{ Description: expect.stringContaining('second') }]);
  });

  it('fails with Salesforce, and is not lost', async () => {
    const { crm, requestId, update, save, deliver, answered, recorded } = await shift();
    await update({ requestId, leadId, call: await answered() });
    await save();
    crm.failNext(new Error('no answer'));
    await expect(deliver()).rejects.toThrow('no answer');
    expect(recorded).toEqual([]);
    expect(await deliver()).toBe('DONE');
    expect(crm.lead()).toMatchObject(ofAgent.lead);
  });

  it('is told of a request that was parked, which stays parked', async () => {
    const { crm, requestId, save, deliver, answered, store } = await shift();
    await answered();
    await store.markRequest(requestId, { status: 'PARKED', at: friday, reason: 'CRM_UNAVAILABLE' });
    await save();
    expect(await deliver()).toBe('DONE');
    expect(crm.lead()).toMatchObject(ofAgent.lead);
    expect(await store.getRequest(requestId)).toMatchObject({ status: 'PARKED' });
  });
});

describe('a message', () => {
  it('waits for its wrap-up, and not for ever', async () => {
    const young = await shift();
    expect(await young.deliver()).toBe('RETRY');
    const { store, crm, requestId, ports } = await shift();
    const clock = { now: () => sentAt + minute };
    const late = createRecordWrapUp({ ...ports, store, clock, salesforce: crm.client });
    expect(await late({ contactId, requestId, revision: 1 }, { sentAt })).toBe('DONE');
    expect(crm.requests()).toBe(0);
  });

  it('of a request without a lead leaves it to the report', async () => {
    const { store, requestId, ports, phone } = await arrange(aRequest());
    const content = { disposition: 'INTERESTED', notes: '', doNotCall: false } as const;
    await store.saveWrapUp({
      ...{ contactId, request: { requestId }, phone, agent, revision: 0, at: friday, content },
    });
    const composite = () => Promise.reject(new Error('must not be asked'));
    const record = createRecordWrapUp({ ...ports, salesforce: { composite } });
    expect(await record({ contactId, requestId, revision: 1 }, { sentAt })).toBe('DONE');
  });
});

it('in any order of saving, reporting and delivery the CRM ends with what the agent said last', async () => {
  const step = fc.constantFrom('save', 'report', 'deliver', 'saveWhileWriting');
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
      const { crm, requestId, update, save, deliver, answered } = await shift();
      const call = await answered();
      let revision = 0;
      const saveNext = async () => {
        await save({ notes: `notes ${String(revision)}` }, { revision });
        revision += 1;
      };
      const acts: Record<(typeof steps)[number], () => Promise<unknown>> = {
        save: saveNext,
        // The workflow tries again, after what keeps the store busy.
        report: async (): Promise<unknown> => update({ requestId, leadId, call }).catch(acts.report),
        deliver: () => deliver(revision),
        saveWhileWriting: async () => void crm.beforeNext(saveNext),
      };
      for (const name of steps) await acts[name]();
      await acts.report();
      while ((await deliver(Math.max(revision, 1))) === 'RETRY' && revision > 0);
      if (revision === 0) return;
      expect(crm.lead()).toMatchObject(ofAgent.lead);
      expect(crm.logs()).toMatchObject([
        { Description: expect.stringContaining(`notes ${String(revision - 1)}`) },
      ]);
    }),
  );
});

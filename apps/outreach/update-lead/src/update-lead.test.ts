import { callIdOf, outcomeKinds, requestIdSchema, updateLeadOutputSchema } from '@atlas-engine/domain';
import { workflowErrors } from '@atlas-engine/outreach-workflow';
import { SalesforceNotFoundError } from '@atlas-engine/salesforce-client';
import { aSummary, arrange, leadId } from './fixtures/arrange.ts';
import { createUpdateLead } from './update-lead.ts';

describe('the lead', () => {
  it('gets everything that an answered call gave', async () => {
    const { crm, statuses, requestId, update, call } = await arrange();
    const summary = aSummary({ followUpAt: '2026-11-24T10:00:00-05:00', nextStep: 'Send an offer.' });
    const result = await call({ result: { disposition: 'INTERESTED', sentiment: 'POSITIVE' }, summary });
    await update({ requestId, leadId, call: result });
    expect(crm.lead()).toEqual({
      Atlas_Status__c: 'Reached',
      Atlas_Outcome__c: 'ANSWERED',
      Atlas_Disposition__c: 'INTERESTED',
      Atlas_Reason__c: null,
      Atlas_Attempts__c: 1,
      Atlas_Last_Call_At__c: '2026-11-20T15:00:00.000Z',
      Atlas_Next_Step__c: 'Send an offer.',
      Atlas_Follow_Up_At__c: '2026-11-24T10:00:00-05:00',
    });
    expect(statuses).toEqual(['Reached']);
  });

  const statusByOutcome = {
    ANSWERED: 'Reached',
    VOICEMAIL: 'NotReached',
    NO_ANSWER: 'NotReached',
    BUSY: 'NotReached',
    INVALID_NUMBER: 'NotReached',
    FAILED: 'Failed',
    UNCONFIRMED: 'Failed',
    REFUSED: 'Refused',
    POSTPONED: 'Refused',
  } as const;

  it.each(outcomeKinds)('has the status that fits the outcome %s', async (outcome) => {
    const { crm, requestId, update, call } = await arrange();
    await update({ requestId, leadId, call: await call({ result: { outcome } }) });
    expect(crm.lead()).toMatchObject({
      Atlas_Status__c: statusByOutcome[outcome],
      Atlas_Outcome__c: outcome,
      Atlas_Disposition__c: null,
    });
    expect(crm.lead()).not.toHaveProperty('DoNotCall');
    expect(crm.logs()).toMatchObject([{ Subject: `Atlas call: ${outcome}`, Atlas_Outcome__c: outcome }]);
  });

  it.each(['WRONG_NUMBER', 'VOICEMAIL'] as const)(
    'is not reached by an answer of %s',
    async (disposition) => {
      const { crm, requestId, update, call } = await arrange();
      await update({ requestId, leadId, call: await call({ result: { disposition } }) });
      expect(crm.lead()).toMatchObject({ Atlas_Status__c: 'NotReached' });
    },
  );

  it('gets the reason why the next step is the end', async () => {
    const { crm, requestId, update, call } = await arrange();
    const next = { action: 'FINISH', reason: 'ATTEMPTS_EXHAUSTED' } as const;
    await update({ requestId, leadId, call: await call({ result: { outcome: 'BUSY', next } }) });
    expect(crm.lead()).toMatchObject({ Atlas_Reason__c: 'ATTEMPTS_EXHAUSTED' });
  });

  it('keeps the time of the last call that was dialled, when the last placement never was', async () => {
    const { crm, requestId, update, call } = await arrange();
    await call({ result: { outcome: 'NO_ANSWER' }, answered: false });
    const refused = { outcome: 'REFUSED', reason: 'CONSENT_EXPIRED', attempts: 1 } as const;
    await update({ requestId, leadId, call: await call({ result: refused, dialled: false }) });
    expect(crm.lead()).toMatchObject({
      Atlas_Last_Call_At__c: '2026-11-20T15:00:00.000Z',
      Atlas_Attempts__c: 1,
      Atlas_Reason__c: 'CONSENT_EXPIRED',
    });
  });

  it('says nothing of an agreement when nobody spoke, and empties one that a conversation ended', async () => {
    const silent = await arrange();
    const { requestId } = silent;
    const unanswered = await silent.call({ result: { outcome: 'NO_ANSWER' } });
    await silent.update({ requestId, leadId, call: unanswered });
    expect(silent.crm.lead()).not.toHaveProperty('Atlas_Next_Step__c');
    expect(silent.crm.lead()).not.toHaveProperty('Atlas_Follow_Up_At__c');

    const spoken = await arrange();
    const declined = await spoken.call({ result: {}, summary: aSummary({ nextStep: '' }) });
    await spoken.update({ requestId, leadId, call: declined });
    expect(spoken.crm.lead()).toMatchObject({ Atlas_Next_Step__c: null, Atlas_Follow_Up_At__c: null });
  });

  it('keeps what was agreed in an earlier call that the last one could not follow up', async () => {
    const { crm, requestId, update, call } = await arrange();
    const summary = aSummary({ nextStep: 'Call again in the evening.', summary: 'Was in a meeting.' });
    await call({ result: { disposition: 'CALL_BACK' }, summary });
    await update({
      requestId,
      leadId,
      call: await call({ result: { outcome: 'NO_ANSWER' }, answered: false }),
    });
    expect(crm.lead()).toMatchObject({
      Atlas_Outcome__c: 'NO_ANSWER',
      Atlas_Next_Step__c: 'Call again in the evening.',
    });
    const [log] = crm.logs();
    expect(log?.['Description']).toContain('Call 1: Was in a meeting.');
    expect(log).not.toHaveProperty('Atlas_Sentiment__c');
  });
});

describe('the call log', () => {
  it('tells what was said, how long it took and where the recording is', async () => {
    const { crm, requestId, update, call } = await arrange();
    const summary = aSummary({ objections: ['Too expensive.', 'No time.'] });
    const result = await call({ result: { disposition: 'INTERESTED' }, summary, recorded: true });
    await update({ requestId, leadId, call: result });
    expect(crm.paths()).toContain(`/sobjects/Task/Atlas_Call_Id__c/${callIdOf(requestId, 1)}`);
    const [log] = crm.logs();
    expect(log).toMatchObject({
      WhoId: leadId,
      Subject: 'Atlas call: ANSWERED',
      Status: 'Completed',
      CallType: 'Outbound',
      TaskSubtype: 'Call',
      ActivityDate: '2026-11-20',
      CallDurationInSeconds: 90,
      CallDisposition: 'INTERESTED',
      Atlas_Sentiment__c: 'POSITIVE',
      Description: [
        'The customer wants an offer for solar panels.',
        'Next step: Send an offer.',
        'Objections: Too expensive.; No time.',
        'Attempts: 1',
      ].join('\n'),
    });
    const recording = String(log?.['Atlas_Recording__c']);
    expect(recording).toMatch(/^s3:\/\/recordings\/connect\/.*…$/);
    expect(recording).toHaveLength(255);
  });

  it('is one and the same, and says the same, when the request is closed again', async () => {
    const { crm, requestId, update, call } = await arrange();
    const input = { requestId, leadId, call: await call({ result: {}, summary: aSummary() }) };
    const first = await update(input);
    const [log] = crm.logs();
    await expect(update(input)).resolves.toEqual(first);
    expect(crm.logs()).toEqual([log]);
    expect(crm.requests()).toBe(2);
  });

  it('clips texts that the fields do not hold, never inside a character', async () => {
    const { crm, ports, requestId, call } = await arrange();
    const tooLong = { ...aSummary(), summary: 's'.repeat(40_000), nextStep: '😀'.repeat(1500) };
    const store = { ...ports.store, getSummary: () => Promise.resolve(tooLong) };
    const result = await call({ result: {} });
    await createUpdateLead({ ...ports, store, salesforce: crm.client })({ requestId, leadId, call: result });
    expect(String(crm.logs()[0]?.['Description'])).toHaveLength(32_000);
    const nextStep = String(crm.lead()['Atlas_Next_Step__c']);
    expect(nextStep.length).toBeLessThanOrEqual(2000);
    expect(nextStep.isWellFormed()).toBe(true);
  });

  it('has no duration and no recording of a number that never rang', async () => {
    const { crm, requestId, update, call } = await arrange();
    const result = await call({
      result: { outcome: 'REFUSED', reason: 'TIME_ZONE_UNKNOWN' },
      dialled: false,
    });
    await update({ requestId, leadId, call: result });
    const [log] = crm.logs();
    expect(log).toMatchObject({ Description: 'Reason: TIME_ZONE_UNKNOWN\nAttempts: 1' });
    expect(log).not.toHaveProperty('CallDurationInSeconds');
    expect(log).not.toHaveProperty('Atlas_Recording__c');
  });
});

describe('a failure without a call', () => {
  it('closes a request that was never placed', async () => {
    const { crm, store, requestId, update } = await arrange();
    const output = await update({ requestId, leadId, failure: 'WORKFLOW_ERROR' });
    expect(crm.lead()).toEqual({
      Atlas_Status__c: 'Failed',
      Atlas_Outcome__c: 'FAILED',
      Atlas_Disposition__c: null,
      Atlas_Reason__c: 'WORKFLOW_ERROR',
      Atlas_Attempts__c: 0,
    });
    expect(crm.paths()).toContain(`/sobjects/Task/Atlas_Call_Id__c/${callIdOf(requestId, 1)}`);
    expect(crm.logs()).toMatchObject([{ Subject: 'Atlas call: no result' }]);
    expect(output.notification.subject).toBe('Atlas: NO_RESULT');
    await expect(store.getRequest(requestId)).resolves.toMatchObject({ status: 'COMPLETED' });
  });

  it('counts the calls that were made before, and the one that was lost', async () => {
    const { crm, requestId, update, call } = await arrange();
    await call({ result: { outcome: 'NO_ANSWER' } });
    await call({ result: {}, lost: true });
    const output = await update({ requestId, leadId, failure: 'CALL_LOST' });
    expect(output.attempts).toBe(2);
    expect(crm.lead()).toMatchObject({
      Atlas_Attempts__c: 2,
      Atlas_Last_Call_At__c: '2026-11-21T15:00:00.000Z',
    });
    expect(crm.paths()).toContain(`/sobjects/Task/Atlas_Call_Id__c/${callIdOf(requestId, 2)}`);
  });
});

describe('a wish not to be called', () => {
  it.each([
    { by: 'the disposition', result: { disposition: 'DO_NOT_CALL' } },
    { by: 'the refusal', result: { outcome: 'REFUSED', reason: 'DO_NOT_CALL' } },
    { by: 'the next step', result: { next: { action: 'FINISH', reason: 'DO_NOT_CALL' } } },
  ] as const)('known by $by is written to the local list and to the CRM', async ({ result }) => {
    const { store, crm, requestId, phone, update, call } = await arrange();
    await update({ requestId, leadId, call: await call({ result }) });
    await expect(store.doNotCall.has(phone)).resolves.toBe(true);
    expect(crm.lead()).toMatchObject({ DoNotCall: true, Atlas_Status__c: 'DoNotCall' });
  });

  it('counts when only the summary carries it', async () => {
    const { store, crm, requestId, phone, update, call } = await arrange();
    const summary = aSummary({ doNotCallRequested: true });
    await update({ requestId, leadId, call: await call({ result: {}, summary }) });
    await expect(store.doNotCall.has(phone)).resolves.toBe(true);
    expect(crm.lead()).toMatchObject({ DoNotCall: true });
  });

  it('that came by another way reaches the CRM too, also with a failure', async () => {
    const { store, crm, requestId, phone, update } = await arrange();
    await store.doNotCall.add({ phone, source: 'SMS', at: 0 });
    await update({ requestId, leadId, failure: 'CALL_LOST' });
    expect(crm.lead()).toMatchObject({ DoNotCall: true, Atlas_Status__c: 'DoNotCall' });
  });

  it('is on the local list even when Salesforce refuses', async () => {
    const { store, crm, requestId, phone, update, call } = await arrange();
    crm.failNext(new SalesforceNotFoundError('no such lead', {}));
    const result = await call({ result: { disposition: 'DO_NOT_CALL' } });
    await expect(update({ requestId, leadId, call: result })).rejects.toThrow('no such lead');
    await expect(store.doNotCall.has(phone)).resolves.toBe(true);
  });
});

describe('failures', () => {
  it('does not complete a request that the CRM did not hear of', async () => {
    const { store, crm, requestId, update, call } = await arrange();
    crm.failNext(new SalesforceNotFoundError('no such lead', {}));
    const result = await call({ result: {} });
    await expect(update({ requestId, leadId, call: result })).rejects.toThrow('no such lead');
    await expect(store.getRequest(requestId)).resolves.toMatchObject({ status: 'RECEIVED' });
    await update({ requestId, leadId, call: result });
    await expect(store.getRequest(requestId)).resolves.toMatchObject({ status: 'COMPLETED' });
  });

  it('refuses a request that was never received, by a name that the workflow knows', async () => {
    const { crm, update } = await arrange();
    const requestId = requestIdSchema.parse('unknown-1');
    const error: unknown = await update({ requestId, leadId }).catch((thrown: unknown) => thrown);
    expect(workflowErrors).toHaveProperty((error as Error).name);
    expect(crm.requests()).toBe(0);
  });

  it('answers by the contract', async () => {
    const { requestId, update, call } = await arrange();
    const output = await update({ requestId, leadId, call: await call({ result: {}, summary: aSummary() }) });
    expect(updateLeadOutputSchema.parse(output)).toEqual(output);
  });
});

import { callIdOf, type ContactId, type LeadId } from '@atlas-engine/domain';
import { createInMemoryInteractionStore } from '@atlas-engine/interaction-store/testing';
import { aRequest, noon } from '../fixtures/leads.ts';
import { rowResult } from '../report/row-result.ts';
import { completeResult } from './complete-result.ts';

const { requestId, lead } = aRequest();

async function storeWithOneCall() {
  const store = createInMemoryInteractionStore();
  const key = { requestId, sequence: 1 };
  await store.receiveRequest(aRequest(), noon);
  await store.recordLead(
    requestId,
    { leadId: '00Q000000000001AAA' as LeadId, created: true, duplicate: false },
    noon,
  );
  await store.openCall({
    call: { ...key, callId: callIdOf(requestId, 1), locale: 'en-US' },
    taskToken: 'token',
    executionArn: 'arn:x',
    at: noon,
    expiresAt: noon + 60_000,
  });
  const { version } = await store.readNumber(lead.phone);
  await store.claimDial({ key, phone: lead.phone, at: noon, version });
  await store.recordPlaced({ key, contactId: 'contact-1' as ContactId, at: noon });
  return store;
}

describe('completeResult', () => {
  it('adds lead and attempts to a row that was parked', async () => {
    const parked = rowResult({ row: 1, status: 'parked', reason: 'CALL_LOST', requestId });
    expect(await completeResult(parked, await storeWithOneCall())).toEqual({
      ...parked,
      attempts: 1,
      leadId: '00Q000000000001AAA',
    });
  });

  it('knows nothing to add when the request never came to a lead', async () => {
    const failed = rowResult({ row: 1, status: 'failed', requestId: 'lead-9' });
    expect(await completeResult(failed, createInMemoryInteractionStore())).toEqual(failed);
  });

  it('leaves other rows alone', async () => {
    const completed = rowResult({ row: 1, status: 'completed', attempts: 3, requestId });
    expect(await completeResult(completed, await storeWithOneCall())).toBe(completed);
  });
});

import { callIdOf, type ContactId, type RequestId } from '@atlas-engine/domain';
import { createInMemoryInteractionStore } from '@atlas-engine/interaction-store/testing';
import { createFakeExecutions } from '../fixtures/fake-executions.ts';
import { aRequest, noon } from '../fixtures/leads.ts';
import { readTimeline } from './read-timeline.ts';

const { requestId, lead } = aRequest();
const key = { requestId, sequence: 1 };
const executions = createFakeExecutions();
const contactId = 'b1f0c0de-0000-4000-8000-000000000001' as ContactId;
const block = { at: new Date(noon).toISOString(), flow: 'Outbound', block: 'Greet', branch: 'next' };
const trace = (id: string) => Promise.resolve(id === contactId ? [block] : []);

async function storeWithCall(outcome: 'POSTPONED' | 'NO_ANSWER') {
  const store = createInMemoryInteractionStore();
  const callId = callIdOf(requestId, 1);
  await store.receiveRequest(aRequest(), noon);
  const call = { ...key, callId, locale: 'en-US' } as const;
  await store.openCall({
    call,
    taskToken: 'token',
    executionArn: 'arn:x',
    at: noon,
    expiresAt: noon + 60_000,
  });
  const { version } = await store.readNumber(lead.phone);
  await store.claimDial({ key, phone: lead.phone, at: noon, version });
  if (outcome === 'NO_ANSWER') await store.recordPlaced({ key, contactId, at: noon });
  const next = { action: 'FINISH' } as const;
  const attempts = outcome === 'POSTPONED' ? 0 : 1;
  await store.finishCall({
    key,
    phone: lead.phone,
    result: { ...key, callId, outcome, attempts, next },
    at: noon + 1000,
  });
  return store;
}

describe('readTimeline', () => {
  it('is nothing for a request that is not known', async () => {
    const store = createInMemoryInteractionStore();
    expect(await readTimeline({ store, executions, trace }, 'lead-9' as RequestId)).toBeUndefined();
  });

  it.each([
    [
      'NO_ANSWER' as const,
      ['REQUEST_RECEIVED', 'CALL_REQUESTED', 'CALL_DIALLED', 'CALL_PLACED', 'CALL_FINISHED'],
      [block],
    ],
    ['POSTPONED' as const, ['REQUEST_RECEIVED', 'CALL_REQUESTED', 'CALL_FINISHED'], []],
  ])('tells of a call that ended with %s', async (outcome, kinds, blocks) => {
    const timeline = await readTimeline(
      { store: await storeWithCall(outcome), executions, trace },
      requestId,
    );
    expect(timeline?.events.map(({ kind }) => kind).toSorted()).toEqual(kinds.toSorted());
    expect(timeline?.conversations).toEqual([
      { sequence: 1, transcript: undefined, summary: undefined, blocks },
    ]);
    expect(timeline?.workflow).toBeUndefined();
  });
});

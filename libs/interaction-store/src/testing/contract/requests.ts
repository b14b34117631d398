import type { RequestId } from '@atlas-engine/domain';
import type { InteractionStore } from '../../interaction-store.ts';
import { aRequest, aScenario, leadId, noon, otherPhone, phone, requestId } from '../fixtures.ts';
import { iso, type StoreBench, type StoreUnderTest } from './store-under-test.ts';

export function describeRequests(bench: StoreBench): void {
  let store: InteractionStore;
  let put: StoreUnderTest['put'];
  beforeEach(() => {
    ({ store, put } = bench.current());
  });

  describe(`requests in ${bench.name}`, () => {
    it('keeps the first content of a request', async () => {
      expect(await store.receiveRequest(aRequest(), noon)).toBe('RECEIVED');
      expect(await store.receiveRequest(aRequest({ interest: 'something else' }), noon + 1)).toBe('KNOWN');
      expect(await store.getRequest(requestId)).toMatchObject({
        request: aRequest(),
        status: 'RECEIVED',
        receivedAt: iso(noon),
      });
    });

    it('knows nothing of what was never received', async () => {
      expect(await store.getRequest(requestId)).toBeUndefined();
      await expect(
        store.recordLead(requestId, { leadId, created: true, duplicate: false }, noon),
      ).rejects.toMatchObject({
        name: 'RecordNotFoundError',
        message: expect.stringContaining('REQ#lead-42/REQUEST'),
      });
      await expect(store.markRequest(requestId, { status: 'CALLING', at: noon })).rejects.toMatchObject({
        name: 'RecordNotFoundError',
      });
    });

    it('keeps the first lead', async () => {
      await store.receiveRequest(aRequest(), noon);
      await store.recordLead(requestId, { leadId, created: true, duplicate: false }, noon);
      await store.recordLead(
        requestId,
        { leadId: '00Q000000000002AAA' as never, created: false, duplicate: true },
        noon,
      );

      expect(await store.getRequest(requestId)).toMatchObject({
        leadId,
        leadCreated: true,
        leadDuplicate: false,
      });
    });

    it('moves a request on and never back', async () => {
      await store.receiveRequest(aRequest(), noon);
      const mark = (status: 'RECEIVED' | 'CALLING' | 'PARKED' | 'COMPLETED') =>
        store.markRequest(requestId, { status, at: noon, reason: 'CRM_UNAVAILABLE' });

      expect(await mark('CALLING')).toBe('MARKED');
      expect(await mark('CALLING')).toBe('KEPT');
      expect(await mark('RECEIVED')).toBe('KEPT');
      expect(await mark('PARKED')).toBe('MARKED');
      expect(await store.getRequest(requestId)).toMatchObject({
        status: 'PARKED',
        parkedReason: 'CRM_UNAVAILABLE',
      });
      expect(await mark('CALLING')).toBe('MARKED');
      expect(await store.getRequest(requestId)).not.toHaveProperty('parkedReason');
      expect(await mark('COMPLETED')).toBe('MARKED');
      expect(await mark('PARKED')).toBe('KEPT');
      expect(await store.getRequest(requestId)).toMatchObject({
        status: 'COMPLETED',
        completedAt: iso(noon),
      });
    });

    it('receives a request that the workflow parked before it was received', async () => {
      const key = { table: 'interactions', PK: 'REQ#lead-42', SK: 'REQUEST' } as const;
      await put(key, {
        status: 'PARKED',
        parkedReason: 'WORKFLOW_ERROR',
        parkedStep: 'CreateLead',
        parkedAt: iso(noon),
      });

      expect(await store.getRequest(requestId)).toBeUndefined();
      expect(await store.timeline(requestId)).toEqual([]);
      expect(await store.receiveRequest(aRequest(), noon)).toBe('RECEIVED');
      expect(await store.getRequest(requestId)).toMatchObject({ status: 'RECEIVED' });
      expect(await store.getRequest(requestId)).not.toHaveProperty('parkedAt');
    });

    it('lists the requests of a number, newest first', async () => {
      const ids = ['a', 'b', 'c'] as RequestId[];
      for (const [index, id] of ids.entries()) {
        await store.receiveRequest(aRequest({ requestId: id }), noon + index);
      }
      await store.receiveRequest(
        aRequest({ requestId: 'd' as RequestId, lead: { ...aRequest().lead, phone: otherPhone } }),
        noon,
      );

      const found = await store.listRequestsByPhone(phone);

      expect(found.map(({ request }) => request.requestId)).toEqual(['c', 'b', 'a']);
    });

    it('keeps the first scenario', async () => {
      expect(await store.getScenario(requestId)).toBeUndefined();
      expect(await store.saveScenario(requestId, aScenario('First.'))).toEqual(aScenario('First.'));
      expect(await store.saveScenario(requestId, aScenario('Second.'))).toEqual(aScenario('First.'));
      expect(await store.getScenario(requestId)).toEqual(aScenario('First.'));
    });

    it('names a malformed item and its field', async () => {
      await put({ table: 'interactions', PK: 'REQ#lead-42', SK: 'SCENARIO' }, { scenario: { greeting: 7 } });

      await expect(store.getScenario(requestId)).rejects.toMatchObject({
        name: 'StoredItemError',
        details: { item: 'REQ#lead-42/SCENARIO', field: 'scenario.greeting' },
      });
    });
  });
}

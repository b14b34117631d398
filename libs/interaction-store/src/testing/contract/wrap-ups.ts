import type { InteractionStore } from '../../interaction-store.ts';
import type { WrapUpNews } from '../../ports/wrap-ups.ts';
import { aRequest, contactId, minute, noon, otherContact, phone, requestId } from '../fixtures.ts';
import { iso, type StoreBench } from './store-under-test.ts';

const agent = { id: 'user-1', userName: 'avery.agent', name: 'Avery Agent' };

const news = (
  overrides: Partial<WrapUpNews> = {},
  content: Partial<WrapUpNews['content']> = {},
): WrapUpNews => ({
  contactId,
  request: { requestId, sequence: 1 },
  content: { disposition: 'INTERESTED', notes: 'wants an offer', doNotCall: false, ...content },
  phone,
  agent,
  revision: 0,
  at: noon,
  ...overrides,
});

export function describeWrapUps(bench: StoreBench): void {
  let store: InteractionStore;
  const receive = async () => {
    ({ store } = bench.current());
    await store.receiveRequest(aRequest(), noon);
  };

  describe(`wrap-ups in ${bench.name}`, () => {
    beforeEach(receive);

    it('are kept with who said it, and found by contact and by request', async () => {
      const followUpAt = noon + 90 * minute;
      const saved = await store.saveWrapUp(news({}, { followUpAt }));
      expect(saved).toEqual({
        kind: 'SAVED',
        wrapUp: {
          ...{ contactId, requestId, sequence: 1, disposition: 'INTERESTED', notes: 'wants an offer' },
          ...{ followUpAt: iso(followUpAt), doNotCall: false, agent, revision: 1, savedAt: iso(noon) },
        },
      });
      expect(await store.getWrapUp(contactId)).toEqual(saved.wrapUp);
      expect(await store.listWrapUps(requestId)).toEqual([saved.wrapUp]);
      expect(await store.getWrapUp(otherContact)).toBeUndefined();
    });

    it('are saved once, however often they come', async () => {
      await store.saveWrapUp(news());
      const again = await store.saveWrapUp(news({ at: noon + minute }));
      expect(again).toMatchObject({ kind: 'SAME', wrapUp: { revision: 1, savedAt: iso(noon) } });
      expect((await store.getRequest(requestId))?.wrapUpVersion).toBe(1);
    });

    it('are not written over by who has not seen the newest', async () => {
      await store.saveWrapUp(news());
      await store.saveWrapUp(news({ revision: 1 }, { notes: 'second' }));
      const late = await store.saveWrapUp(news({ revision: 1 }, { notes: 'third' }));
      expect(late).toMatchObject({ kind: 'CONFLICT', wrapUp: { revision: 2, notes: 'second' } });
      expect(await store.saveWrapUp(news({ contactId: otherContact, revision: 3 }))).toEqual({
        kind: 'CONFLICT',
        wrapUp: undefined,
      });
    });

    it('of two at the same time keep one, and tell the other', async () => {
      const answers = await Promise.all(
        ['one', 'two', 'three'].map((notes) => store.saveWrapUp(news({}, { notes }))),
      );
      expect(answers.map(({ kind }) => kind).toSorted()).toEqual(['CONFLICT', 'CONFLICT', 'SAVED']);
    });

    it('put the number on the do-not-call list at once, and never take it off', async () => {
      await store.saveWrapUp(news({}, { doNotCall: true }));
      expect(await store.doNotCall.has(phone)).toBe(true);
      await store.saveWrapUp(news({ revision: 1 }, { doNotCall: false }));
      await store.saveWrapUp(news({ revision: 2 }, { doNotCall: true }));
      expect(await store.doNotCall.has(phone)).toBe(true);
    });

    it('are in the story of the request, without the notes', async () => {
      await store.saveWrapUp(news());
      const story = await store.timeline(requestId);
      expect(story.find(({ kind }) => kind === 'WRAP_UP_SAVED')).toEqual({
        ...{ at: iso(noon), kind: 'WRAP_UP_SAVED', sequence: 1 },
        details: {
          ...{ contactId, agent: 'avery.agent', revision: 1 },
          ...{ disposition: 'INTERESTED', doNotCall: false },
        },
      });
    });

    it('need no request', async () => {
      await store.saveWrapUp(news({ request: undefined }));
      expect(await store.getWrapUp(contactId)).toMatchObject({ revision: 1 });
      expect(await store.listWrapUps(requestId)).toEqual([]);
    });

    it('refuse a request that was never received', async () => {
      const request = { requestId: 'lead-43' as typeof requestId };
      await expect(store.saveWrapUp(news({ request }))).rejects.toMatchObject({
        name: 'RecordNotFoundError',
      });
    });

    it('hold up the end of a request that does not know them', async () => {
      const mark = { status: 'COMPLETED', at: noon + minute, closing: { sequence: 1 } } as const;
      await store.saveWrapUp(news());
      expect(await store.markRequest(requestId, { ...mark, wrapUpVersion: 0 })).toBe('MOVED');
      expect(await store.markRequest(requestId, { ...mark, wrapUpVersion: 1 })).toBe('MARKED');
      expect(await store.getRequest(requestId)).toMatchObject({
        status: 'COMPLETED',
        closing: { sequence: 1 },
      });
      await store.saveWrapUp(news({ revision: 1 }, { notes: 'more' }));
      expect(await store.markRequest(requestId, { ...mark, wrapUpVersion: 1 })).toBe('MOVED');
      expect(await store.markRequest(requestId, { ...mark, wrapUpVersion: 2 })).toBe('KEPT');
    });

    it('are known to the CRM by revision', async () => {
      await store.saveWrapUp(news());
      await store.markWrapUpInCrm({ contactId, revision: 1 }, noon + minute);
      expect(await store.getWrapUp(contactId)).toMatchObject({ crmRevision: 1, crmAt: iso(noon + minute) });
      await store.saveWrapUp(news({ revision: 1 }, { notes: 'more' }));
      await store.markWrapUpInCrm({ contactId, revision: 1 }, noon + 2 * minute);
      expect(await store.getWrapUp(contactId)).toMatchObject({ revision: 2, crmRevision: 1 });
    });

    it('tell what an agent has promised until a moment, latest first', async () => {
      const at = (minutes: number) => ({ followUpAt: noon + minutes * minute });
      await store.saveWrapUp(news({}, at(10)));
      await store.saveWrapUp(news({ contactId: otherContact, request: undefined }, at(30)));
      const other = { ...agent, id: 'user-2', userName: 'blake.agent' };
      await store.saveWrapUp(news({ contactId: 'c-3' as typeof contactId, agent: other }, at(20)));
      const until = (minutes: number) =>
        store.listFollowUps({ userName: 'Avery.Agent', before: noon + minutes * minute, limit: 10 });
      expect((await until(31)).map((found) => found.contactId)).toEqual([otherContact, contactId]);
      expect((await until(30)).map((found) => found.contactId)).toEqual([contactId]);
      await store.saveWrapUp(news({ revision: 1 }));
      expect(await until(30)).toEqual([]);
    });
  });

  describe(`numbers shown to agents in ${bench.name}`, () => {
    beforeEach(receive);

    it('are written down each time', async () => {
      const reveal = { contactId, requestId, agent, at: noon };
      await store.recordReveal({ ...reveal, id: 'look-1' });
      await store.recordReveal({ ...reveal, id: 'look-1' });
      await store.recordReveal({ ...reveal, id: 'look-2' });
      const seen = (await store.timeline(requestId)).filter(({ kind }) => kind === 'NUMBER_REVEALED');
      expect(seen.map(({ details }) => details)).toEqual(
        expect.arrayContaining([
          { contactId, agent: 'avery.agent', reveal: 'look-1' },
          { contactId, agent: 'avery.agent', reveal: 'look-2' },
        ]),
      );
      expect(seen).toHaveLength(2);
    });
  });
}

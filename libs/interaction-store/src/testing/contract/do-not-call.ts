import type { InteractionStore } from '../../interaction-store.ts';
import { noon, otherPhone, phone, requestId } from '../fixtures.ts';
import { type StoreBench } from './store-under-test.ts';

export function describeDoNotCall(bench: StoreBench): void {
  let store: InteractionStore;
  beforeEach(() => {
    ({ store } = bench.current());
  });

  describe(`the do-not-call list in ${bench.name}`, () => {
    it('keeps the first entry', async () => {
      expect(await store.doNotCall.has(phone)).toBe(false);
      expect(await store.doNotCall.add({ phone, source: 'SMS', requestId, at: noon })).toBe('ADDED');
      expect(await store.doNotCall.add({ phone, source: 'CHAT', at: noon })).toBe('KNOWN');
      expect(await store.doNotCall.has(phone)).toBe(true);
      expect(await store.doNotCall.has(otherPhone)).toBe(false);
      expect((await store.readNumber(phone)).history.doNotCall).toBe(true);
    });
  });
}

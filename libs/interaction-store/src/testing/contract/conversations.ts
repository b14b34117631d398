import type { Turn } from '@atlas-engine/domain';
import type { InteractionStore } from '../../interaction-store.ts';
import { aSummary, keyOf } from '../fixtures.ts';
import { type StoreBench } from './store-under-test.ts';

export function describeConversations(bench: StoreBench): void {
  let store: InteractionStore;
  beforeEach(() => {
    ({ store } = bench.current());
  });

  describe(`conversations in ${bench.name}`, () => {
    const turns: Turn[] = [{ speaker: 'CUSTOMER', text: 'Yes, please. 🙂', from: 0.5, to: 2 }];

    it('keeps the first summary with its turns', async () => {
      const save = (summary: string, said: Turn[]) =>
        store.saveSummary({ key: keyOf(), summary: aSummary(summary), turns: said });

      expect(await store.getSummary(keyOf())).toBeUndefined();
      expect(await store.getTranscript(keyOf())).toBeUndefined();
      expect(await save('First.', turns)).toEqual(aSummary('First.'));
      expect(await save('Second.', [])).toEqual(aSummary('First.'));
      expect(await store.getSummary(keyOf())).toEqual(aSummary('First.'));
      expect(await store.getTranscript(keyOf())).toEqual({ turns, truncated: false });
    });

    it('cuts a transcript that DynamoDB would refuse', async () => {
      const long = Array.from({ length: 5000 }, (_, index): Turn => ({
        speaker: 'AGENT',
        text: 'ä'.repeat(100),
        from: index,
        to: index + 0.25,
      }));
      await store.saveSummary({ key: keyOf(), summary: aSummary(), turns: long });
      const kept = await store.getTranscript(keyOf());

      expect(kept?.truncated).toBe(true);
      expect(kept?.turns).toEqual(long.slice(0, kept?.turns.length));
      expect(kept?.turns.length).toBeGreaterThan(1000);
    });
  });
}

import type { InteractionStore } from '../interaction-store.ts';
import { minute, noon, otherPhone, phone } from './fixtures.ts';

const text = (at = noon) => ({ id: 'in-1', at, expiresAt: at + 1000 * minute });

/** What every interaction store does with text messages. */
export function describeTexts(create: () => Promise<{ readonly store: InteractionStore }>): void {
  let store: InteractionStore;
  beforeEach(async () => {
    ({ store } = await create());
  });

  describe('text messages', () => {
    it('are answered once', async () => {
      expect(await store.takeText(text())).toBe('TAKEN');
      await store.markTextAnswered(text());
      expect(await store.takeText(text(noon + 10 * minute))).toBe('ANSWERED');
      expect(await store.takeText({ ...text(), id: 'in-2' })).toBe('TAKEN');
    });

    it('are taken by one at a time, and given out again when nobody answered', async () => {
      const answers = await Promise.all([1, 2, 3].map(() => store.takeText(text())));
      expect(answers.filter((answer) => answer === 'TAKEN')).toHaveLength(1);
      expect(await store.takeText(text(noon + minute - 1))).toBe('BUSY');
      expect(await store.takeText(text(noon + minute))).toBe('TAKEN');
    });

    it('go to nobody who asked for none, until they ask again', async () => {
      expect(await store.areTextsStopped(phone)).toBe(false);
      await store.stopTexts(phone, noon);
      await store.stopTexts(phone, noon + minute);
      expect([await store.areTextsStopped(phone), await store.areTextsStopped(otherPhone)]).toEqual([
        true,
        false,
      ]);
      await store.startTexts(phone, noon + 2 * minute);
      expect(await store.areTextsStopped(phone)).toBe(false);
    });

    it('do not change what is known of calls to the number', async () => {
      const before = await store.readNumber(phone);
      await store.stopTexts(phone, noon);
      expect(await store.readNumber(phone)).toEqual(before);
    });
  });
}

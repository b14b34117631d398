import type { InteractionStore } from '../../interaction-store.ts';
import { keyOf, minute, noon } from '../fixtures.ts';
import { type StoreBench } from './store-under-test.ts';

export function describePace(bench: StoreBench): void {
  let store: InteractionStore;
  const { opened } = bench;
  beforeEach(() => {
    ({ store } = bench.current());
  });

  describe(`the pace in ${bench.name}`, () => {
    const reserve = async (
      sequence: number,
      pace: Partial<Parameters<InteractionStore['reserveDialSlot']>[0]> = {},
    ): Promise<number> => {
      await opened(sequence);
      const key = keyOf(sequence);
      return (await store.reserveDialSlot({ key, now: noon, perSecond: 2, burst: 3, ...pace })).at;
    };

    it('lets a burst through and then one call in each interval', async () => {
      const slots: number[] = [];
      for (let sequence = 1; sequence <= 5; sequence += 1) slots.push((await reserve(sequence)) - noon);

      expect(slots).toEqual([0, 0, 0, 500, 1000]);
      expect(await reserve(6, { now: noon + minute })).toBe(noon + minute);
    });

    it('gives every slot to one of those who ask at the same time', async () => {
      const pace = { perSecond: 1, burst: 1 };
      const slots = await Promise.all([1, 2, 3, 4].map((sequence) => reserve(sequence, pace)));

      expect(slots.map((at) => at - noon).sort((a, b) => a - b)).toEqual([0, 1000, 2000, 3000]);
    });

    it('keeps the slot of a call however often it asks, until that is used up', async () => {
      const pace = { perSecond: 1, burst: 1 };
      await reserve(1, pace);
      const slots = await Promise.all([2, 2, 2].map((sequence) => reserve(sequence, pace)));
      expect(new Set(slots)).toEqual(new Set([noon + 1000]));
      expect(await reserve(2, { ...pace, now: noon + minute })).toBe(noon + 1000);

      const again = { ...pace, now: noon + minute, after: noon + 1000 };
      expect(await reserve(2, again)).toBe(noon + minute);
      expect(await reserve(2, again)).toBe(noon + minute);
      expect(await reserve(3, { ...pace, now: noon + minute })).toBe(noon + minute + 1000);
    });
  });
}

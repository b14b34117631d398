import * as fc from 'fast-check';
import { takeSlot } from './dial-pace.ts';

describe('takeSlot', () => {
  const pace = fc.record({
    perSecond: fc.double({ min: 0.1, max: 50, noNaN: true }),
    burst: fc.integer({ min: 1, max: 20 }),
  });
  const gaps = fc.array(fc.integer({ min: 0, max: 3000 }), { minLength: 1, maxLength: 80 });

  const slotsOf = ({ perSecond, burst }: { perSecond: number; burst: number }, pauses: readonly number[]) => {
    let paidUntil: number | undefined;
    let now = 1_795_000_000_000;
    return pauses.map((pause) => {
      now += pause;
      const slot = takeSlot(paidUntil, { now, perSecond, burst });
      paidUntil = slot.paidUntil;
      return { asked: now, at: slot.at };
    });
  };

  it('never lets more through in any period than rate and burst allow', () => {
    fc.assert(
      fc.property(pace, gaps, (limits, pauses) => {
        const times = slotsOf(limits, pauses).map(({ at }) => at);
        for (const [first, start] of times.entries()) {
          for (const [offset, end] of times.slice(first).entries()) {
            const allowed = limits.burst + ((end - start) / 1000) * limits.perSecond;
            expect(offset + 1).toBeLessThanOrEqual(allowed + 1e-9);
          }
        }
      }),
    );
  });

  it('gives slots in order, none in the past', () => {
    fc.assert(
      fc.property(pace, gaps, (limits, pauses) => {
        const slots = slotsOf(limits, pauses);
        return slots.every(
          ({ asked, at }, i) => at >= asked && at >= (slots[i - 1]?.at ?? 0) && Number.isInteger(at),
        );
      }),
    );
  });

  it('keeps nobody waiting longer than the queue before them needs', () => {
    const slots = slotsOf(
      { perSecond: 1.8, burst: 5 },
      Array.from({ length: 14 }, () => 0),
    );

    expect(slots.map(({ at }) => at - 1_795_000_000_000)).toEqual([
      0, 0, 0, 0, 0, 556, 1112, 1668, 2224, 2780, 3336, 3892, 4448, 5004,
    ]);
  });
});

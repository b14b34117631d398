import fc from 'fast-check';
import { hasTryLeft, retryDelay } from './retry-delay.ts';

const errors = { ErrorEquals: ['E'] };

describe('the delay before another try', () => {
  it('is 1, 2 and 4 seconds, and then there is none, when nothing else is said', () => {
    expect([0, 1, 2].map((used) => retryDelay(errors, used, 's'))).toEqual([1000, 2000, 4000]);
    expect([2, 3].map((used) => hasTryLeft(errors, used))).toEqual([true, false]);
  });

  it('stops growing at MaxDelaySeconds', () => {
    const retrier = { ...errors, IntervalSeconds: 3, BackoffRate: 10, MaxDelaySeconds: 60 };
    expect([0, 1, 2].map((used) => retryDelay(retrier, used, 's'))).toEqual([3000, 30_000, 60_000]);
  });

  it('with full jitter lies between nothing and the interval, and depends on the seed alone', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(10), (seed, used) => {
        const retrier = { ...errors, JitterStrategy: 'FULL' as const, MaxDelaySeconds: 100 };
        const delay = retryDelay(retrier, used, seed);
        expect(delay).toBe(retryDelay(retrier, used, seed));
        expect(delay).toBeGreaterThanOrEqual(0);
        expect(delay).toBeLessThanOrEqual(Math.min(2 ** used, 100) * 1000);
      }),
    );
  });
});

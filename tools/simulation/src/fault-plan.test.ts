import { createFaultPlan, noFaults } from './fault-plan.ts';

const point = (key: string) => ({ service: 'sqs', operation: 'SendMessage', key });
const keys = Array.from({ length: 5_000 }, (_, index) => `key-${index}`);
const share = (hits: boolean[]) => hits.filter(Boolean).length / hits.length;

describe('a fault plan', () => {
  it('strikes as often as its rates say', () => {
    const plan = createFaultPlan({ seed: 'a', error: 0.2, duplicate: 0.1, lost: 0.05, lostAnswerShare: 0.5 });
    const calls = keys.map((key) => plan.call(point(key)).kind);
    expect(share(calls.map((kind) => kind !== 'none'))).toBeCloseTo(0.2, 1);
    expect(share(calls.map((kind) => kind === 'lost-answer'))).toBeCloseTo(0.1, 1);
    expect(share(calls.map((kind) => kind === 'throttle'))).toBeCloseTo(0.05, 1);
    expect(share(calls.map((kind) => kind === 'server-error'))).toBeCloseTo(0.05, 1);
    expect(share(keys.map((key) => plan.deliveries(point(key)) === 2))).toBeCloseTo(0.1, 1);
    expect(share(keys.map((key) => plan.lost(point(key))))).toBeCloseTo(0.05, 1);
  });

  it('decides the same for the same seed, in whatever order points are asked', () => {
    const options = { seed: 'a', error: 0.3, delayMs: 1_000 };
    const [one, other] = [createFaultPlan(options), createFaultPlan(options)];
    const forwards = keys.map((key) => [one.call(point(key)).kind, one.delay(point(key))]);
    const backwards = keys.toReversed().map((key) => [other.call(point(key)).kind, other.delay(point(key))]);
    expect(backwards.toReversed()).toEqual(forwards);
    const changed = createFaultPlan({ ...options, seed: 'b' });
    expect(keys.map((key) => [changed.call(point(key)).kind, changed.delay(point(key))])).not.toEqual(
      forwards,
    );
  });

  it('decides anew each time a point occurs, so that a retry can succeed', () => {
    const plan = createFaultPlan({ seed: 'a', error: 0.5 });
    const kinds = keys.map(() => plan.call(point('same')).kind);
    expect(share(kinds.map((kind) => kind === 'none'))).toBeCloseTo(0.5, 1);
  });

  it('delays within its span', () => {
    const plan = createFaultPlan({ seed: 'a', delayMs: 100 });
    const delays = keys.map((key) => plan.delay(point(key)));
    expect(Math.min(...delays)).toBe(0);
    expect(Math.max(...delays)).toBe(100);
  });

  it('does nothing without rates', () => {
    for (const plan of [noFaults, createFaultPlan({ seed: 'a' })])
      expect([
        plan.call(point('k')),
        plan.deliveries(point('k')),
        plan.delay(point('k')),
        plan.lost(point('k')),
      ]).toEqual([{ kind: 'none' }, 1, 0, false]);
  });

  it.each([
    ['error', 1.1],
    ['duplicate', -0.1],
    ['lost', Number.NaN],
    ['lostAnswerShare', 2],
    ['delayMs', -1],
  ])('refuses %s of %p', (name, value) => {
    expect(() => createFaultPlan({ seed: 'a', [name]: value })).toThrow(`${name}: must be`);
  });
});

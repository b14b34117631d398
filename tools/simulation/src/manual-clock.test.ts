import { createManualClock } from './manual-clock.ts';

const minute = 60_000;

describe('a manual clock', () => {
  it('stands still until it is moved', async () => {
    const clock = createManualClock(0);
    const seen: number[] = [];
    clock.schedule(minute, () => void seen.push(clock.now()));
    await clock.idle();
    expect([clock.now(), seen]).toEqual([0, []]);
    await clock.advanceBy(2 * minute);
    expect([clock.now(), seen]).toEqual([2 * minute, [minute]]);
  });

  it('fires what is due by itself', async () => {
    const clock = createManualClock(minute);
    const seen: string[] = [];
    clock.schedule(0, () => void seen.push('due'));
    expect(seen).toEqual([]);
    await clock.idle();
    expect(seen).toEqual(['due']);
  });

  it('fires what actions schedule on the way', async () => {
    const clock = createManualClock(0);
    const seen: number[] = [];
    const again = (): void => {
      seen.push(clock.now());
      clock.schedule(clock.now() + minute, again);
    };
    clock.schedule(minute, again);
    await clock.advanceTo(3 * minute);
    expect(seen).toEqual([minute, 2 * minute, 3 * minute]);
  });

  it('lets work that sleeps on it get on', async () => {
    const clock = createManualClock(0);
    const seen: number[] = [];
    clock.schedule(minute, async () => {
      await clock.sleep(minute);
      seen.push(clock.now());
    });
    await clock.runUntilIdle();
    expect(seen).toEqual([2 * minute]);
  });

  it('runs until no timer is left, but not for ever', async () => {
    const clock = createManualClock(0);
    clock.schedule(minute, () => {
      clock.schedule(9 * minute, () => undefined);
    });
    clock.schedule(30 * minute, () => undefined).cancel();
    await clock.runUntilIdle();
    expect(clock.now()).toBe(9 * minute);
  });

  it('does not go back', async () => {
    await expect(createManualClock(minute).advanceTo(0)).rejects.toThrow(
      'time does not go back from 60000 to 0',
    );
  });
});

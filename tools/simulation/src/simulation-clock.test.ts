import { createSimulationClock } from './simulation-clock.ts';
import type { RunningClock, SimulationClockOptions } from './simulation-clock.ts';

const clocks: RunningClock[] = [];
const clockOf = (options: SimulationClockOptions): RunningClock => {
  const clock = createSimulationClock({ start: 1_000, ...options });
  clocks.push(clock);
  return clock;
};
afterEach(() => {
  for (const clock of clocks.splice(0)) clock.stop();
});

const turns = async (count: number): Promise<void> => {
  for (let turn = 0; turn < count; turn += 1)
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
};
const day = 86_400_000;

describe('a clock of infinite speed', () => {
  it('jumps from timer to timer, in order of time and then of insertion', async () => {
    const clock = clockOf({ speed: Infinity });
    const seen: [string, number][] = [];
    const note = (what: string) => () => void seen.push([what, clock.now()]);
    clock.schedule(1_000 + 90 * day, note('far'));
    clock.schedule(5_000, note('first'));
    clock.schedule(5_000, note('second'));
    clock.schedule(3_000, note('near'));
    await clock.sleep(90 * day);
    expect(seen).toEqual([
      ['near', 3_000],
      ['first', 5_000],
      ['second', 5_000],
      ['far', 1_000 + 90 * day],
    ]);
  });

  it('does not jump while anything is busy or held', async () => {
    const clock = clockOf({ speed: Infinity });
    let fired = false;
    clock.schedule(1_000 + day, () => {
      fired = true;
    });
    const held = clock.hold();
    await turns(10);
    expect(fired).toBe(false);
    await clock.busy(async () => {
      held.release();
      held.release();
      await turns(10);
      expect(fired).toBe(false);
    });
    await turns(4);
    expect(fired).toBe(true);
  });

  it('stands at wall speed when there is no timer', async () => {
    const clock = clockOf({ speed: Infinity });
    clock.schedule(1_000 + day, () => undefined).cancel();
    await turns(10);
    expect(clock.now()).toBeLessThan(1_000 + day);
  });

  it('counts an async action as busy', async () => {
    const clock = clockOf({ speed: Infinity });
    const seen: string[] = [];
    clock.schedule(2_000, async () => {
      await turns(10);
      seen.push('action');
    });
    clock.schedule(1_000 + day, () => void seen.push('later'));
    await clock.sleep(2 * day);
    expect(seen).toEqual(['action', 'later']);
  });

  it('is idle when nothing is busy and nothing is due', async () => {
    const clock = clockOf({ speed: Infinity });
    const seen: string[] = [];
    clock.schedule(0, async () => {
      await turns(5);
      clock.schedule(0, () => void seen.push('due'));
    });
    clock.schedule(1_000 + day, () => void seen.push('later'));
    await clock.idle();
    expect(seen).toEqual(['due']);
  });

  it('bears tens of thousands of timers, half of them taken back', async () => {
    const clock = clockOf({ speed: Infinity });
    let fired = 0;
    let last = 0;
    const timers = Array.from({ length: 20_000 }, (_, index) =>
      clock.schedule(2_000 + ((index * 7_919) % 100_000), () => {
        expect(clock.now()).toBeGreaterThanOrEqual(last);
        last = clock.now();
        fired += 1;
      }),
    );
    for (const timer of timers.filter((_, index) => index % 2 === 0)) timer.cancel();
    await clock.sleep(200_000);
    expect(fired).toBe(10_000);
  });
});

describe('a clock of another speed', () => {
  it('shows a timer the moment it is set for, however fast time runs', async () => {
    const clock = clockOf({ speed: 100_000 });
    const seen: number[] = [];
    for (const at of [61_000, 121_000]) clock.schedule(at, () => void seen.push(clock.now()));
    await clock.sleep(180_000);
    expect(seen).toEqual([61_000, 121_000]);
  });

  it('does not run backwards when the speed changes', async () => {
    const clock = clockOf({ speed: 1_000_000 });
    let before = clock.now();
    for (const speed of [1, Infinity, 50, 1]) {
      await turns(3);
      clock.setSpeed(speed);
      expect(clock.now()).toBeGreaterThanOrEqual(before);
      before = clock.now();
    }
    expect(clock.speed).toBe(1);
  });

  it('begins at the time of the wall by default', () => {
    const clock = createSimulationClock();
    clocks.push(clock);
    expect(Math.abs(clock.now() - Date.now())).toBeLessThan(1_000);
  });
});

describe('a wrong use', () => {
  it.each([0, -1, Number.NaN])('refuses the speed %p', (speed) => {
    expect(() => createSimulationClock({ speed })).toThrow(
      `speed: must be above 0 (Infinity is allowed), was ${speed}`,
    );
  });

  it('refuses a time that is none', () => {
    expect(() => clockOf({}).schedule(Infinity, () => undefined)).toThrow('at: must be epoch milliseconds');
  });

  it('fires nothing once it is stopped', async () => {
    const clock = clockOf({ speed: Infinity });
    let fired = false;
    clock.schedule(2_000, () => {
      fired = true;
    });
    clock.stop();
    await turns(5);
    expect(fired).toBe(false);
  });
});

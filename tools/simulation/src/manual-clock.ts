import { createActivity } from './activity.ts';
import type { SimulationClock, Timer } from './clock.ts';
import { fire } from './fire.ts';
import { SimulationError } from './simulation-error.ts';
import { createTimerQueue } from './timer-queue.ts';

/** A clock for tests: time stands still until the test moves it. */
export interface ManualClock extends SimulationClock {
  /** Moves to `at`, firing what is due on the way in order and letting each moment's work settle. */
  advanceTo(at: number): Promise<void>;
  advanceBy(ms: number): Promise<void>;
  /** Moves from timer to timer until none is left and nothing is busy. @throws SimulationError after 100,000 moments. */
  runUntilIdle(): Promise<void>;
}

/** How long busy work is waited for before time moves on under it, as it would on a wall clock: it may itself wait for a timer. */
const patienceMs = 50;
const quietTurns = 3;
const mostMoments = 100_000;

const turn = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve);
  });

/**
 * Makes a clock that stands at `start` (epoch milliseconds, by default 2026-01-01).
 *
 * `speed` is kept and shown, without effect. While a test advances it, time passes under work that is busy for
 * more than 50 ms of the wall's time, so that work which sleeps on this clock gets on.
 */
export const createManualClock = (start = Date.UTC(2026, 0, 1)): ManualClock => {
  let current = start;
  let speed = 1;
  const timers = createTimerQueue();
  const activity = createActivity(() => undefined);

  const isDue = (): boolean => (timers.head()?.at ?? Infinity) <= current;

  const fireDue = (): void => {
    for (let next = timers.head(); next && next.at <= current; next = timers.head()) {
      timers.remove(next);
      fire(next, activity);
    }
  };

  const settle = async (): Promise<void> => {
    const until = performance.now() + patienceMs;
    for (let quiet = 0; quiet < quietTurns; quiet += 1) {
      fireDue();
      await turn();
      if (isDue() || (activity.count > 0 && performance.now() < until)) quiet = -1;
    }
  };

  const moveTo = async (at: number): Promise<void> => {
    current = Math.max(current, at);
    await settle();
  };

  const advanceTo = async (at: number): Promise<void> => {
    if (!(at >= current)) throw new SimulationError(`at: time does not go back from ${current} to ${at}`);
    await settle();
    for (let next = timers.head(); next && next.at <= at; next = timers.head()) await moveTo(next.at);
    await moveTo(at);
  };

  const runUntilIdle = async (): Promise<void> => {
    await settle();
    for (let moment = 0; moment < mostMoments; moment += 1) {
      const next = timers.head();
      if (next) await moveTo(next.at);
      else if (activity.count > 0) await settle();
      else return;
    }
    throw new SimulationError(`runUntilIdle: timers are still being set after ${mostMoments} moments`);
  };

  const schedule = (at: number, action: () => void | Promise<void>): Timer => {
    if (!Number.isFinite(at)) throw new SimulationError(`at: must be epoch milliseconds, was ${at}`);
    const timer = timers.add(Math.ceil(at), action);
    // A due timer fires by itself, as on any clock: only the passing of time is the test's.
    if (isDue()) setImmediate(fireDue);
    return { cancel: () => timers.remove(timer) };
  };

  return {
    now: () => current,
    schedule,
    sleep: (ms) => new Promise((resolve) => schedule(current + ms, resolve)),
    busy: activity.busy,
    hold: activity.hold,
    get speed() {
      return speed;
    },
    setSpeed: (wanted) => {
      speed = wanted;
    },
    idle: settleUntilIdle,
    advanceTo,
    advanceBy: (ms) => advanceTo(current + ms),
    runUntilIdle,
  };

  async function settleUntilIdle(): Promise<void> {
    do await settle();
    while (activity.count > 0 || isDue());
  }
};

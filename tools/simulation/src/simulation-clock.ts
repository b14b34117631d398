import { createActivity } from './activity.ts';
import type { SimulationClock, Timer } from './clock.ts';
import { fire } from './fire.ts';
import { SimulationError } from './simulation-error.ts';
import { createTimerQueue } from './timer-queue.ts';

export interface SimulationClockOptions {
  /** Epoch milliseconds where simulated time begins; by default the wall's time. */
  readonly start?: number;
  /** How fast time runs while everything waits: above 0, Infinity allowed; 1 by default, which is a wall clock. */
  readonly speed?: number;
}

/** A clock that can be put out of use: no timer fires after {@link RunningClock.stop}. */
export interface RunningClock extends SimulationClock {
  stop(): void;
}

const longestWait = 2 ** 31 - 1;
/** Event-loop turns of quiet before an infinitely fast clock jumps: one for callbacks, one for what they started. */
const turnsBeforeJump = 2;

const checkedSpeed = (speed: number): number => {
  if (speed > 0) return speed;
  throw new SimulationError(`speed: must be above 0 (Infinity is allowed), was ${speed}`);
};

/**
 * The clock of a local cloud: wall speed while anything is busy, `speed` times that while everything waits.
 *
 * While idle at a speed above 1 time never passes a timer that has not fired, so a late event loop shows no
 * leap. Timers do not keep the process alive: the server that uses the clock does.
 *
 * @throws SimulationError when the speed is not above 0.
 */
export const createSimulationClock = (options: SimulationClockOptions = {}): RunningClock => {
  let speed = checkedSpeed(options.speed ?? 1);
  let simulatedAnchor = options.start ?? Date.now();
  let wallAnchor = performance.now();
  let rate = 1;
  let latest = simulatedAnchor;
  let cancelWake: (() => void) | undefined;
  let stopped = false;
  const timers = createTimerQueue();
  const idleWaiters: (() => void)[] = [];
  const activity = createActivity(() => {
    changeRate();
    rearm();
  });

  const now = (): number => {
    const running = simulatedAnchor + (performance.now() - wallAnchor) * rate;
    const next = timers.head();
    const reached = rate > 1 && next !== undefined ? Math.min(running, next.at) : running;
    latest = Math.max(latest, Math.floor(reached));
    return latest;
  };

  const anchorAt = (time: number): void => {
    simulatedAnchor = time;
    wallAnchor = performance.now();
  };

  const changeRate = (): void => {
    const wanted = activity.count > 0 || speed === Infinity ? 1 : speed;
    if (wanted === rate) return;
    anchorAt(now());
    rate = wanted;
  };

  const isDue = (): boolean => {
    const next = timers.head();
    return next !== undefined && next.at <= now();
  };

  const fireDue = (): void => {
    // Held before time is read: at more than wall speed the time shown is that of the timer, and goes on from there.
    const { release } = activity.hold();
    const until = now();
    for (let next = timers.head(); next && next.at <= until; next = timers.head()) {
      timers.remove(next);
      fire(next, activity);
    }
    release();
    rearm();
  };

  const wakeAfterTurns = (turns: number, then: () => void): void => {
    const immediate = setImmediate(() => {
      if (turns > 1) wakeAfterTurns(turns - 1, then);
      else {
        cancelWake = undefined;
        then();
      }
    });
    cancelWake = () => clearImmediate(immediate);
  };

  const jump = (): void => {
    const next = timers.head();
    if (next) {
      latest = Math.max(now(), next.at);
      anchorAt(latest);
    }
    fireDue();
  };

  const wakeAt = (at: number): void => {
    const wait = (at - now()) / rate;
    if (wait < 1 && rate > 1) wakeAfterTurns(1, fireDue);
    else {
      const wake = (): void => {
        cancelWake = undefined;
        fireDue();
      };
      const timeout = setTimeout(wake, Math.min(Math.ceil(wait), longestWait)).unref();
      cancelWake = () => clearTimeout(timeout);
    }
  };

  const wakeWhenNext = (): void => {
    const next = timers.head();
    if (next) wakeAt(next.at);
  };

  const wakeFromRest = (): void => {
    if (idleWaiters.length > 0) wakeAfterTurns(1, tellIdle);
    else if (speed === Infinity && timers.size > 0) wakeAfterTurns(turnsBeforeJump, jump);
    else wakeWhenNext();
  };

  /** Chooses what wakes the clock next, after any change of timers, activity or speed. */
  const rearm = (): void => {
    cancelWake?.();
    cancelWake = undefined;
    if (stopped) return;
    if (isDue()) wakeAfterTurns(1, fireDue);
    else if (activity.count > 0) wakeWhenNext();
    else wakeFromRest();
  };

  const tellIdle = (): void => {
    if (!isDue()) for (const resolve of idleWaiters.splice(0)) resolve();
    rearm();
  };

  const schedule = (at: number, action: () => void | Promise<void>): Timer => {
    if (!Number.isFinite(at)) throw new SimulationError(`at: must be epoch milliseconds, was ${at}`);
    const timer = timers.add(Math.ceil(at), action);
    if (timers.head() === timer) rearm();
    return {
      cancel: () => {
        const wasNext = timers.head() === timer;
        timers.remove(timer);
        if (wasNext) rearm();
      },
    };
  };

  changeRate();
  return {
    now,
    schedule,
    sleep: (ms) => new Promise((resolve) => schedule(now() + ms, resolve)),
    busy: activity.busy,
    hold: activity.hold,
    get speed() {
      return speed;
    },
    setSpeed: (wanted) => {
      speed = checkedSpeed(wanted);
      changeRate();
      rearm();
    },
    idle: () =>
      new Promise((resolve) => {
        idleWaiters.push(resolve);
        rearm();
      }),
    stop: () => {
      stopped = true;
      rearm();
    },
  };
};

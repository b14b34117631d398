import { types } from 'node:util';
import type { Activity } from './activity.ts';
import type { QueuedTimer } from './timer-queue.ts';

/**
 * Runs a timer's action, which is busy until it settles.
 *
 * A failure is not swallowed: it surfaces as the process's uncaught exception or unhandled rejection, as
 * that of a Node timer does.
 */
export const fire = (timer: QueuedTimer, activity: Activity): void => {
  const { release } = activity.hold();
  let outcome: unknown;
  try {
    outcome = timer.action();
  } catch (error) {
    release();
    queueMicrotask(() => {
      throw error;
    });
    return;
  }
  if (types.isPromise(outcome)) void outcome.finally(release);
  else release();
};

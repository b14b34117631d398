import type { SimulationClock } from '@atlas-engine/simulation';
import type { Shelf } from './shelf.ts';

interface LongPoll {
  readonly clock: SimulationClock;
  readonly shelf: Shelf;
  readonly waitMs: number;
}

const visibleOrOver = ({ clock, shelf }: LongPoll, until: number): Promise<void> =>
  new Promise((resolve) => {
    const done = (): void => {
      timer.cancel();
      stop();
      resolve();
    };
    const timer = clock.schedule(until, done);
    const stop = shelf.onVisible(done);
  });

/**
 * Takes messages, waiting for the first up to `waitMs` of simulated time.
 *
 * @param take takes what is there now.
 */
export const takeWithin = async <T>(poll: LongPoll, take: () => readonly T[]): Promise<readonly T[]> => {
  const until = poll.clock.now() + poll.waitMs;
  for (;;) {
    const taken = take();
    if (taken.length > 0 || poll.clock.now() >= until) return taken;
    await visibleOrOver(poll, until);
  }
};

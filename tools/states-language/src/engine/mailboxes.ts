import type { SimulationClock } from '@atlas-engine/simulation';

/** Does the work of one execution in order, that of different executions side by side. */
export interface Mailboxes {
  /** Time runs at wall speed from the call until the work has settled. */
  enqueue<T>(executionArn: string, work: () => Promise<T>): Promise<T>;
}

export const createMailboxes = (clock: SimulationClock): Mailboxes => {
  const tails = new Map<string, Promise<unknown>>();
  return {
    enqueue: (executionArn, work) =>
      clock.busy(async () => {
        const before = tails.get(executionArn) ?? Promise.resolve();
        const done = before.then(work);
        // The next in line goes on whatever became of this one; the caller hears of it.
        const tail = done.catch(() => undefined);
        tails.set(executionArn, tail);
        try {
          return await done;
        } finally {
          if (tails.get(executionArn) === tail) tails.delete(executionArn);
        }
      }),
  };
};

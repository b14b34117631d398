import { randomUUID } from 'node:crypto';
import type { Collection, SimulationClock } from '@atlas-engine/simulation';

/** A delivery that is still owed. */
export interface Owed<T> {
  readonly content: T;
  /** When it was first owed, epoch milliseconds. */
  readonly since: number;
  /** When it is tried next. */
  readonly at: number;
  /** How often it was tried and failed. */
  readonly failures: number;
}

export interface OutboxOptions<T> {
  readonly clock: SimulationClock;
  readonly owed: Collection<Owed<T>>;
  readonly deliver: (content: T) => Promise<void>;
  /** After a failure: the time of the next attempt, or undefined when it is given up. */
  readonly retryAt: (owed: Owed<T>, error: unknown) => number | undefined;
  /** Takes what is given up, e.g. to a dead-letter queue. What it rejects with is given to `dropped`. */
  readonly giveUp: (owed: Owed<T>, error: unknown) => Promise<void>;
  /** Hears of what could neither be delivered nor put aside, so that nothing is lost in silence. */
  readonly dropped: (content: T, error: unknown) => void;
}

/** Deliveries that survive a kill: each is tried until it succeeds or is given up, at least once. */
export interface Outbox<T> {
  /** Owes a delivery from `at` (epoch milliseconds) on. */
  owe(content: T, at: number): void;
  readonly size: number;
}

/** Makes an outbox, and takes up what an earlier process still owed. */
export const createOutbox = <T>(options: OutboxOptions<T>): Outbox<T> => {
  const { clock, owed } = options;

  const giveUp = async (id: string, item: Owed<T>, error: unknown): Promise<void> => {
    try {
      await options.giveUp(item, error);
    } catch (failure) {
      options.dropped(item.content, failure);
    }
    owed.delete(id);
  };

  const attempt = async (id: string): Promise<void> => {
    const item = owed.get(id);
    if (item === undefined) return;
    try {
      await options.deliver(item.content);
      owed.delete(id);
    } catch (error) {
      const failed = { ...item, failures: item.failures + 1 };
      const at = options.retryAt(failed, error);
      if (at === undefined) await giveUp(id, failed, error);
      else arm(id, { ...failed, at });
    }
  };

  const arm = (id: string, item: Owed<T>): void => {
    owed.set(id, item);
    clock.schedule(item.at, () => clock.busy(() => attempt(id)));
  };

  for (const [id, item] of [...owed.entries()]) arm(id, item);
  return {
    owe: (content, at) => arm(randomUUID(), { content, since: clock.now(), at, failures: 0 }),
    get size() {
      return owed.size;
    },
  };
};

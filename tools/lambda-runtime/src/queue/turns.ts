/** Lets work of one kind run up to a number at a time; what is above waits in order. */
export interface Turns {
  readonly take: (kind: string, work: () => Promise<void>) => void;
}

/** `capacity` is asked whenever work comes or ends. Work must not reject. */
export const createTurns = (capacity: (kind: string) => number): Turns => {
  const running = new Map<string, number>();
  const waiting = new Map<string, (() => Promise<void>)[]>();

  const next = (kind: string): void => {
    const queue = waiting.get(kind) ?? [];
    const count = running.get(kind) ?? 0;
    const work = count < Math.max(1, capacity(kind)) ? queue.shift() : undefined;
    if (!work) return;
    running.set(kind, count + 1);
    void work().finally(() => {
      running.set(kind, (running.get(kind) ?? 1) - 1);
      next(kind);
    });
  };

  return {
    take: (kind, work) => {
      const queue = waiting.get(kind) ?? [];
      queue.push(work);
      waiting.set(kind, queue);
      next(kind);
    },
  };
};

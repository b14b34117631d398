import { StoreContentionError } from '../errors.ts';
import type { ItemStorage, ItemWrite } from '../storage/item-storage.ts';

/** What an attempt at a method found and wants to change; no writes: the answer stands as it is. */
export interface Plan<Answer> {
  readonly answer: Answer;
  readonly writes?: readonly ItemWrite[];
}

/** Waits; a port, so that tests do not. */
export type Pause = (milliseconds: number) => Promise<void>;

/** What every part of the store works with. */
export interface StoreContext {
  readonly storage: ItemStorage;
  /**
   * Reads, decides and writes on the condition that what was read still holds; starts again when it does not.
   * @throws StoreContentionError after ten attempts.
   */
  readonly commit: <Answer>(method: string, attempt: () => Promise<Plan<Answer>>) => Promise<Answer>;
}

const attempts = 10;
const realPause: Pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
/** Up to 10 ms, doubled each time to at most 320 ms, at random, so that two that collided do not collide again. */
const delayOf = (attempt: number): number => Math.random() * 10 * 2 ** Math.min(attempt, 5);

export function createStoreContext(storage: ItemStorage, pause: Pause = realPause): StoreContext {
  return {
    storage,
    commit: async (method, attempt) => {
      for (let count = 0; count < attempts; count += 1) {
        const { answer, writes = [] } = await attempt();
        if (writes.length === 0 || (await storage.write(writes)) === 'WRITTEN') return answer;
        await pause(delayOf(count));
      }
      throw new StoreContentionError(method, attempts);
    },
  };
}

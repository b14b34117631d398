import type { Collection, SimulationClock, Timer } from '@atlas-engine/simulation';
import type { MessageRecord } from './queue-record.ts';

/** The messages of one queue in order of sending, and who waits for them. */
export interface Shelf {
  get(key: string): MessageRecord | undefined;
  /** Stores a message; those who wait hear of it once it is visible. */
  put(message: MessageRecord): void;
  remove(key: string): void;
  /** All messages that are not too old; those that are leave for good. */
  messages(retentionMs: number): Iterable<MessageRecord>;
  /** Calls `listener` when a message may have become visible. Returns how to stop. */
  onVisible(listener: () => void): () => void;
  /** Says that something may be visible now. */
  announce(): void;
  clear(): void;
}

/** Makes a shelf on stored messages, and sets the timers of those that are hidden. */
export const createShelf = (clock: SimulationClock, stored: Collection<MessageRecord>): Shelf => {
  const timers = new Map<string, Timer>();
  const listeners = new Set<() => void>();
  let announced = false;

  const tell = (): void => {
    announced = false;
    for (const listener of [...listeners]) listener();
  };

  const announce = (): void => {
    if (announced) return;
    announced = true;
    queueMicrotask(tell);
  };

  const disarm = (key: string): void => {
    timers.get(key)?.cancel();
    timers.delete(key);
  };

  const arm = ({ key, visibleAt }: MessageRecord): void => {
    disarm(key);
    if (visibleAt <= clock.now()) {
      announce();
      return;
    }
    const timer = clock.schedule(visibleAt, () => {
      timers.delete(key);
      announce();
    });
    timers.set(key, timer);
  };

  const remove = (key: string): void => {
    disarm(key);
    stored.delete(key);
  };

  for (const message of stored.values()) arm(message);
  return {
    get: (key) => stored.get(key),
    put: (message) => {
      stored.set(message.key, message);
      arm(message);
    },
    remove,
    *messages(retentionMs) {
      const oldest = clock.now() - retentionMs;
      for (const message of stored.values()) {
        if (message.sentAt <= oldest) remove(message.key);
        else yield message;
      }
    },
    onVisible: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    announce,
    clear: () => {
      for (const key of [...stored.keys()]) remove(key);
    },
  };
};

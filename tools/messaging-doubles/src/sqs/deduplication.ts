import { createHash } from 'node:crypto';
import type { Collection, SimulationClock } from '@atlas-engine/simulation';
import type { Queue } from './queue-directory.ts';
import { invalidParameter } from './sqs-error.ts';

const windowMs = 5 * 60_000;

/** What a FIFO queue remembers of a message for five minutes. */
export interface RememberedSend {
  readonly messageId: string;
  readonly sequenceNumber: string;
  readonly at: number;
}

/** Recognises a message that was sent before. */
export interface Deduplication {
  find(key: string): RememberedSend | undefined;
  remember(key: string, send: RememberedSend): void;
}

/** Makes the memory of the last five minutes' deduplication ids. */
export const createDeduplication = (
  clock: SimulationClock,
  sends: Collection<RememberedSend>,
): Deduplication => {
  const forgetOld = (): void => {
    for (const [key, { at }] of sends.entries()) {
      if (at > clock.now() - windowMs) return;
      sends.delete(key);
    }
  };
  return {
    find: (key) => {
      forgetOld();
      return sends.get(key);
    },
    remember: (key, send) => {
      // Deleted first, so that the oldest stay in front.
      sends.delete(key);
      sends.set(key, send);
    },
  };
};

/**
 * The deduplication id of a message: the one given, or the SHA-256 of its body where the queue says so.
 *
 * @throws AwsError InvalidParameterValue when there is neither.
 */
export const deduplicationIdOf = (queue: Queue, body: string, given: string | undefined): string => {
  if (given !== undefined) return given;
  if (queue.settings.contentBasedDeduplication) return createHash('sha256').update(body).digest('hex');
  throw invalidParameter(
    'The queue should either have ContentBasedDeduplication enabled or MessageDeduplicationId provided explicitly',
  );
};

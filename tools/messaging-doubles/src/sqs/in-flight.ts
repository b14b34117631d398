import { AwsError } from '@atlas-engine/aws-wire';
import type { SimulationClock } from '@atlas-engine/simulation';
import type { Queue } from './queue-directory.ts';
import type { MessageRecord } from './queue-record.ts';
import { readReceiptHandle } from './receipt-handle.ts';
import { invalidValue } from './sqs-error.ts';

const longestVisibilityMs = 43_200_000;

const unavailable = (handle: string): AwsError =>
  invalidValue(
    'ReceiptHandle',
    handle,
    'Message does not exist or is not available for visibility timeout change.',
  );

/** What a receiver does with the messages it has received. */
export interface InFlight {
  /**
   * Deletes a message. A handle of an earlier receive is accepted without effect.
   *
   * @throws AwsError ReceiptHandleIsInvalid; for a FIFO queue InvalidParameterValue when the handle has expired.
   */
  remove(queue: Queue, handle: string): void;
  /**
   * Hides a message for `seconds` (0 to 43,200) from now; 0 shows it at once.
   *
   * @throws AwsError MessageNotInflight, ReceiptHandleIsInvalid, InvalidParameterValue.
   */
  changeVisibility(queue: Queue, handle: string, seconds: number): void;
  /** Whether a handle still holds its message. */
  isInFlight(queue: Queue, handle: string): boolean;
}

/** Makes what can be done with received messages. */
export const createInFlight = (clock: SimulationClock): InFlight => {
  const find = (queue: Queue, handle: string): MessageRecord | undefined => {
    const { key, token } = readReceiptHandle(handle, queue.name);
    const message = queue.shelf.get(key);
    return message?.receipt?.token === token ? message : undefined;
  };

  return {
    isInFlight: (queue, handle) => (find(queue, handle)?.visibleAt ?? 0) > clock.now(),
    remove: (queue, handle) => {
      const message = find(queue, handle);
      if (message === undefined) return;
      if (queue.settings.fifo && message.visibleAt <= clock.now()) {
        throw invalidValue('ReceiptHandle', handle, 'The receipt handle has expired.');
      }
      queue.shelf.remove(message.key);
      // In a FIFO queue the group's next message may be taken now.
      queue.shelf.announce();
    },
    changeVisibility: (queue, handle, seconds) => {
      if (!(seconds >= 0 && seconds * 1000 <= longestVisibilityMs)) {
        throw invalidValue(
          'VisibilityTimeout',
          seconds,
          'VisibilityTimeout must be an integer between 0 and 43200.',
        );
      }
      const message = find(queue, handle);
      if (message === undefined) throw unavailable(handle);
      if (message.visibleAt <= clock.now()) {
        throw new AwsError(
          'MessageNotInflight',
          `The message referred to by the receipt handle is not in flight.`,
        );
      }
      const visibleAt = clock.now() + seconds * 1000;
      if (visibleAt - (message.receipt?.at ?? 0) > longestVisibilityMs) {
        throw invalidValue(
          'VisibilityTimeout',
          seconds,
          'Total VisibilityTimeout for the message is beyond the limit [43200 seconds].',
        );
      }
      queue.shelf.put({ ...message, visibleAt });
    },
  };
};

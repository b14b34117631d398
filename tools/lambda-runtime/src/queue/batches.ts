import { largestSyncPayload } from '../invocation-payload.ts';
import type { QueueMessage } from './queue-port.ts';
import { sqsRecord } from './sqs-record.ts';

/** Messages on their way to the function. */
export interface MessageBatch {
  readonly messages: readonly QueueMessage[];
  /** Each as JSON text. */
  readonly records: readonly string[];
}

/** Gathers messages until a batch has its size, in messages or in bytes. */
export interface BatchGatherer {
  /** Adds a message; gives the batch that is full now, if one is. */
  readonly add: (message: QueueMessage) => MessageBatch | undefined;
  /** Gives what has been gathered, if anything. */
  readonly take: () => MessageBatch | undefined;
  readonly size: number;
}

/** `{"Records":[]}` and a comma for each record are in the payload as well. */
const frameBytes = 14;

export const createBatchGatherer = (queueArn: string, batchSize: number): BatchGatherer => {
  let messages: QueueMessage[] = [];
  let records: string[] = [];
  let bytes = frameBytes;

  const take = (): MessageBatch | undefined => {
    if (messages.length === 0) return undefined;
    const batch = { messages, records };
    messages = [];
    records = [];
    bytes = frameBytes;
    return batch;
  };

  const push = (message: QueueMessage, record: string): void => {
    messages.push(message);
    records.push(record);
    bytes += Buffer.byteLength(record) + 1;
  };

  return {
    add: (message) => {
      const record = sqsRecord(message, queueArn);
      const tooLarge = bytes + Buffer.byteLength(record) + 1 > largestSyncPayload;
      const full = tooLarge ? take() : undefined;
      push(message, record);
      return full ?? (messages.length >= batchSize ? take() : undefined);
    },
    take,
    get size() {
      return messages.length;
    },
  };
};

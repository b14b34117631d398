import { randomUUID } from 'node:crypto';
import { AwsError } from '@atlas-engine/aws-wire';
import type { SimulationClock } from '@atlas-engine/simulation';
import type { MessageAttribute } from '../delivery/deliver.ts';
import { omit } from '../omit.ts';
import { bodyDigest } from './message-digest.ts';
import type { Queue, QueueDirectory } from './queue-directory.ts';
import type { MessageRecord } from './queue-record.ts';
import { receiptHandle } from './receipt-handle.ts';

/** A message as its receiver sees it, with all its attributes. */
export interface ReceivedMessage {
  readonly messageId: string;
  readonly receiptHandle: string;
  readonly body: string;
  readonly md5OfBody: string;
  /** System attributes, e.g. `ApproximateReceiveCount`; all are strings. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly messageAttributes: Readonly<Record<string, MessageAttribute>>;
}

export interface ReceiveOptions {
  /** At most this many; 10 by default. */
  readonly max?: number;
  /** How long they are hidden from others; the queue's own time by default. */
  readonly visibilitySeconds?: number;
}

const mostInFlight = 120_000;

const optional = (name: string, value: string | undefined): Record<string, string> =>
  value === undefined ? {} : { [name]: value };

/** The system attributes of a message. */
export const systemAttributes = (message: MessageRecord): Record<string, string> => ({
  SenderId: message.senderId,
  SentTimestamp: String(message.sentAt),
  ApproximateReceiveCount: String(message.receiveCount),
  ...optional('ApproximateFirstReceiveTimestamp', message.firstReceivedAt?.toFixed(0)),
  ...optional('SequenceNumber', message.sequenceNumber),
  ...optional('MessageDeduplicationId', message.deduplicationId),
  ...optional('MessageGroupId', message.groupId),
  ...optional('AWSTraceHeader', message.traceHeader),
  ...optional('DeadLetterQueueSourceArn', message.deadLetterSourceArn),
});

/** Takes visible messages off queues for a time. @throws AwsError OverLimit with 120,000 messages in flight. */
export type Receive = (queue: Queue, options: ReceiveOptions) => readonly ReceivedMessage[];

/** Makes the receiving side of the queues, which also moves what was received too often to the dead-letter queue. */
export const createReceive = (clock: SimulationClock, directory: QueueDirectory): Receive => {
  /** Where a message goes that was received too often; nowhere when that queue is gone. */
  const deadLettersFor = ({ settings: { redrive } }: Queue, message: MessageRecord): Queue | undefined =>
    redrive && message.receiveCount >= redrive.maxReceiveCount
      ? directory.all().find(({ arn }) => arn === redrive.deadLetterTargetArn)
      : undefined;

  const toDeadLetters = (queue: Queue, target: Queue, message: MessageRecord): void => {
    const rest = omit(message, 'receipt');
    const sentAt = target.settings.fifo ? clock.now() : message.sentAt;
    queue.shelf.remove(message.key);
    target.shelf.put({ ...rest, sentAt, visibleAt: clock.now(), deadLetterSourceArn: queue.arn });
  };

  const take = (queue: Queue, message: MessageRecord, visibilitySeconds: number): ReceivedMessage => {
    const now = clock.now();
    const token = randomUUID();
    const taken: MessageRecord = {
      ...message,
      receiveCount: message.receiveCount + 1,
      firstReceivedAt: message.firstReceivedAt ?? now,
      visibleAt: now + visibilitySeconds * 1000,
      receipt: { token, at: now },
    };
    queue.shelf.put(taken);
    return {
      messageId: taken.messageId,
      receiptHandle: receiptHandle({ queue: queue.name, key: taken.key, token }),
      body: taken.body,
      md5OfBody: bodyDigest(taken.body),
      attributes: systemAttributes(taken),
      messageAttributes: taken.messageAttributes,
    };
  };

  /** Visible messages in order; in a FIFO queue none of a group that has a hidden one before it. */
  function* candidates(queue: Queue): Generator<MessageRecord> {
    const blocked = new Set<string | undefined>();
    let inFlight = 0;
    const { fifo, retentionMs } = queue.settings;
    for (const message of queue.shelf.messages(retentionMs)) {
      if (message.visibleAt <= clock.now()) {
        if (!fifo || !blocked.has(message.groupId)) yield message;
        continue;
      }
      blocked.add(message.groupId);
      inFlight += message.receipt ? 1 : 0;
      if (inFlight >= mostInFlight) throw overLimit();
    }
  }

  return (queue, { max = 10, visibilitySeconds = queue.settings.visibilitySeconds }) => {
    const chosen: MessageRecord[] = [];
    for (const message of candidates(queue)) {
      const deadLetters = deadLettersFor(queue, message);
      if (deadLetters) toDeadLetters(queue, deadLetters, message);
      else if (chosen.push(message) >= max) break;
    }
    return chosen.map((message) => take(queue, message, visibilitySeconds));
  };
};

const overLimit = (): AwsError =>
  new AwsError(
    'OverLimit',
    'Too many messages in flight: a queue holds at most 120000 that are received and not deleted.',
  );

import { randomUUID } from 'node:crypto';
import { noFaults, type Collection } from '@atlas-engine/simulation';
import type { MessageAttribute } from '../delivery/deliver.ts';
import { createDeduplication, deduplicationIdOf, type RememberedSend } from './deduplication.ts';
import { checkContent } from './message-content.ts';
import { attributesDigest, bodyDigest } from './message-digest.ts';
import type { Queue, SqsOptions } from './queue-directory.ts';
import type { MessageRecord } from './queue-record.ts';
import { invalidParameter, invalidValue, missingParameter } from './sqs-error.ts';

/** A message to send. */
export interface OutgoingMessage {
  readonly body: string;
  /** 0 to 900; the queue's own by default. */
  readonly delaySeconds?: number | undefined;
  readonly messageAttributes?: Readonly<Record<string, MessageAttribute>> | undefined;
  readonly traceHeader?: string | undefined;
  readonly messageGroupId?: string | undefined;
  readonly messageDeduplicationId?: string | undefined;
  /** `AIDA…` of whoever sends; a service principal's name when a service does. */
  readonly senderId?: string | undefined;
}

/** What the sender gets back. */
export interface SentMessage {
  readonly messageId: string;
  readonly bodyMd5: string;
  readonly attributesMd5?: string;
  readonly sequenceNumber?: string;
}

/** Puts messages on queues. @throws AwsError as SendMessage does. */
export type Send = (queue: Queue, message: OutgoingMessage) => SentMessage;

const fifoId = /^[\w!"#$%&'()*+,\-./:;<=>?@[\\\]^`{|}~]{1,128}$/;

const checkId = (name: 'MessageGroupId' | 'MessageDeduplicationId', id: string | undefined): void => {
  if (id === undefined || fifoId.test(id)) return;
  throw invalidParameter(
    `${name} can only include alphanumeric and punctuation characters. 1 to 128 in length.`,
  );
};

const wrongType = 'The request include parameter that is not valid for this queue type';

const checkFifo = ({ messageGroupId, delaySeconds }: OutgoingMessage): void => {
  if (messageGroupId === undefined) throw missingParameter('MessageGroupId');
  if (delaySeconds !== undefined) throw invalidValue('DelaySeconds', delaySeconds, wrongType);
};

const checkStandard = ({ messageDeduplicationId }: OutgoingMessage): void => {
  if (messageDeduplicationId === undefined) return;
  throw invalidValue('MessageDeduplicationId', messageDeduplicationId, wrongType);
};

const check = (queue: Queue, message: OutgoingMessage): void => {
  checkContent(message.body, message.messageAttributes ?? {}, queue.settings.mostBytes);
  checkId('MessageGroupId', message.messageGroupId);
  checkId('MessageDeduplicationId', message.messageDeduplicationId);
  if (queue.settings.fifo) checkFifo(message);
  else checkStandard(message);
  const { delaySeconds } = message;
  if (delaySeconds !== undefined && !(delaySeconds >= 0 && delaySeconds <= 900)) {
    throw invalidValue('DelaySeconds', delaySeconds, 'DelaySeconds must be >= 0 and <= 900.');
  }
};

const sent = (
  { messageId, sequenceNumber }: { messageId: string; sequenceNumber?: string },
  message: OutgoingMessage,
): SentMessage => {
  const attributesMd5 = attributesDigest(message.messageAttributes ?? {});
  return {
    messageId,
    bodyMd5: bodyDigest(message.body),
    ...(attributesMd5 !== undefined && { attributesMd5 }),
    ...(sequenceNumber !== undefined && { sequenceNumber }),
  };
};

/** Makes the sending side of the queues. */
export const createSend = (options: SqsOptions): Send => {
  const { clock, store, faults = noFaults } = options;
  const counters: Collection<number> = store.collection('sqs/counters');
  const deduplication = createDeduplication(clock, store.collection<RememberedSend>('sqs/deduplication'));

  const nextNumber = (): string => {
    const next = (counters.get('messages') ?? 0) + 1;
    counters.set('messages', next);
    return String(next).padStart(20, '0');
  };

  const recordOf = (queue: Queue, message: OutgoingMessage): MessageRecord => {
    const delaySeconds = message.delaySeconds ?? queue.settings.delaySeconds;
    return {
      key: nextNumber(),
      messageId: randomUUID(),
      body: message.body,
      messageAttributes: message.messageAttributes ?? {},
      senderId: message.senderId ?? 'AIDALOCALCLOUD',
      sentAt: clock.now(),
      visibleAt: clock.now() + delaySeconds * 1000,
      receiveCount: 0,
      ...(message.traceHeader !== undefined && { traceHeader: message.traceHeader }),
      ...(message.messageGroupId !== undefined && { groupId: message.messageGroupId }),
    };
  };

  const sendStandard: Send = (queue, message) => {
    const record = recordOf(queue, message);
    const point = { service: 'sqs', operation: 'delivery', key: `${queue.name}/${bodyDigest(message.body)}` };
    const copies = faults.deliveries(point);
    for (let copy = 0; copy < copies; copy += 1) {
      const key = copy === 0 ? record.key : nextNumber();
      queue.shelf.put({ ...record, key, visibleAt: record.visibleAt + faults.delay(point) });
    }
    return sent(record, message);
  };

  const sendFifo: Send = (queue, message) => {
    const deduplicationId = deduplicationIdOf(queue, message.body, message.messageDeduplicationId);
    const scope = queue.settings.deduplicationPerGroup ? (message.messageGroupId ?? '') : '';
    const memory = JSON.stringify([queue.name, scope, deduplicationId]);
    const before = deduplication.find(memory);
    if (before) return sent(before, message);
    const record = { ...recordOf(queue, message), deduplicationId };
    const sequenceNumber = record.key;
    queue.shelf.put({ ...record, sequenceNumber });
    deduplication.remember(memory, { messageId: record.messageId, sequenceNumber, at: clock.now() });
    return sent({ messageId: record.messageId, sequenceNumber }, message);
  };

  return (queue, message) => {
    check(queue, message);
    return queue.settings.fifo ? sendFifo(queue, message) : sendStandard(queue, message);
  };
};

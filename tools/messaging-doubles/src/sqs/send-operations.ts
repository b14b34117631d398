import type { Operation } from '@atlas-engine/aws-wire';
import * as z from 'zod';
import { performBatch } from '../batch.ts';
import { parseInput } from '../parse-input.ts';
import { messageSize } from './message-content.ts';
import { AwsError } from '@atlas-engine/aws-wire';
import type { Queue } from './queue-directory.ts';
import type { OutgoingMessage, SentMessage } from './send.ts';
import type { SqsCore } from './sqs-core.ts';
import { sqsInputErrors } from './sqs-error.ts';

const attribute = z.strictObject({
  DataType: z.string(),
  StringValue: z.string().optional(),
  BinaryValue: z.base64().optional(),
});
const contentSchema = {
  MessageBody: z.string(),
  DelaySeconds: z.int().optional(),
  MessageAttributes: z.record(z.string(), attribute).optional(),
  MessageSystemAttributes: z.strictObject({ AWSTraceHeader: attribute.optional() }).optional(),
  MessageDeduplicationId: z.string().optional(),
  MessageGroupId: z.string().optional(),
};
const sendSchema = z.strictObject({ QueueUrl: z.string(), ...contentSchema });
const batchSchema = z.strictObject({
  QueueUrl: z.string(),
  Entries: z.array(z.strictObject({ Id: z.string(), ...contentSchema })),
});

type Content = Omit<z.infer<typeof sendSchema>, 'QueueUrl'>;

const outgoing = (content: Content, senderId: string): OutgoingMessage => ({
  body: content.MessageBody,
  delaySeconds: content.DelaySeconds,
  messageAttributes: content.MessageAttributes as OutgoingMessage['messageAttributes'],
  traceHeader: content.MessageSystemAttributes?.AWSTraceHeader?.StringValue,
  messageGroupId: content.MessageGroupId,
  messageDeduplicationId: content.MessageDeduplicationId,
  senderId,
});

const sentView = ({ messageId, bodyMd5, attributesMd5, sequenceNumber }: SentMessage): object => ({
  MessageId: messageId,
  MD5OfMessageBody: bodyMd5,
  MD5OfMessageAttributes: attributesMd5,
  SequenceNumber: sequenceNumber,
});

const checkBatchSize = (queue: Queue, entries: readonly Content[]): void => {
  const limit = Math.max(queue.settings.mostBytes, 262_144);
  const size = entries.reduce(
    (sum, entry) =>
      sum +
      messageSize(entry.MessageBody, (entry.MessageAttributes ?? {}) as Parameters<typeof messageSize>[1]),
    0,
  );
  if (size <= limit) return;
  throw new AwsError(
    'BatchRequestTooLong',
    `Batch requests cannot be longer than ${limit} bytes. You have sent ${size} bytes.`,
  );
};

/** SendMessage and SendMessageBatch. */
export const sendOperations = ({ directory, send }: SqsCore): Record<string, Operation> => ({
  SendMessage: (input, { request }) => {
    const { QueueUrl, ...content } = parseInput(sendSchema, input, sqsInputErrors);
    return sentView(
      send(directory.byUrl(QueueUrl), outgoing(content, request.scope?.accessKeyId ?? 'anonymous')),
    );
  },
  SendMessageBatch: (input, { request }) => {
    const { QueueUrl, Entries } = parseInput(batchSchema, input, sqsInputErrors);
    const queue = directory.byUrl(QueueUrl);
    checkBatchSize(queue, Entries);
    const senderId = request.scope?.accessKeyId ?? 'anonymous';
    return performBatch(Entries, (entry) => sentView(send(queue, outgoing(entry, senderId))));
  },
});

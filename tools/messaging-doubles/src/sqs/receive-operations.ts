import type { Operation } from '@atlas-engine/aws-wire';
import * as z from 'zod';
import { performBatch } from '../batch.ts';
import { parseInput } from '../parse-input.ts';
import { takeWithin } from './long-poll.ts';
import { messageView } from './message-view.ts';
import type { SqsCore } from './sqs-core.ts';
import { sqsInputErrors } from './sqs-error.ts';

const receiveSchema = z.strictObject({
  QueueUrl: z.string(),
  AttributeNames: z.array(z.string()).optional(),
  MessageSystemAttributeNames: z.array(z.string()).optional(),
  MessageAttributeNames: z.array(z.string()).optional(),
  MaxNumberOfMessages: z.int().min(1).max(10).default(1),
  VisibilityTimeout: z.int().min(0).max(43_200).optional(),
  WaitTimeSeconds: z.int().min(0).max(20).optional(),
});
const deleteSchema = z.strictObject({ QueueUrl: z.string(), ReceiptHandle: z.string() });
const deleteBatchSchema = z.strictObject({
  QueueUrl: z.string(),
  Entries: z.array(z.strictObject({ Id: z.string(), ReceiptHandle: z.string() })),
});
const visibility = { ReceiptHandle: z.string(), VisibilityTimeout: z.int() };
const visibilitySchema = z.strictObject({ QueueUrl: z.string(), ...visibility });
const visibilityBatchSchema = z.strictObject({
  QueueUrl: z.string(),
  Entries: z.array(z.strictObject({ Id: z.string(), ...visibility })),
});

const receiveOperation =
  ({ options, directory, receive }: SqsCore): Operation =>
  async (input) => {
    const request = parseInput(receiveSchema, input, sqsInputErrors);
    const queue = directory.byUrl(request.QueueUrl);
    const { VisibilityTimeout: visibilitySeconds, MaxNumberOfMessages: max } = request;
    const waitMs = (request.WaitTimeSeconds ?? queue.settings.waitSeconds) * 1000;
    const messages = await takeWithin({ clock: options.clock, shelf: queue.shelf, waitMs }, () =>
      receive(queue, { max, ...(visibilitySeconds !== undefined && { visibilitySeconds }) }),
    );
    const requested = {
      system: [...(request.AttributeNames ?? []), ...(request.MessageSystemAttributeNames ?? [])],
      message: request.MessageAttributeNames ?? [],
    };
    return messages.length === 0
      ? {}
      : { Messages: messages.map((message) => messageView(message, requested)) };
  };

/** ReceiveMessage, DeleteMessage, ChangeMessageVisibility, and the last two in batches. */
export const receiveOperations = (core: SqsCore): Record<string, Operation> => {
  const { directory, inFlight } = core;
  return {
    ReceiveMessage: receiveOperation(core),
    DeleteMessage: (input) => {
      const { QueueUrl, ReceiptHandle } = parseInput(deleteSchema, input, sqsInputErrors);
      inFlight.remove(directory.byUrl(QueueUrl), ReceiptHandle);
    },
    DeleteMessageBatch: (input) => {
      const { QueueUrl, Entries } = parseInput(deleteBatchSchema, input, sqsInputErrors);
      const queue = directory.byUrl(QueueUrl);
      return performBatch(Entries, ({ ReceiptHandle }) => {
        inFlight.remove(queue, ReceiptHandle);
        return {};
      });
    },
    ChangeMessageVisibility: (input) => {
      const request = parseInput(visibilitySchema, input, sqsInputErrors);
      inFlight.changeVisibility(
        directory.byUrl(request.QueueUrl),
        request.ReceiptHandle,
        request.VisibilityTimeout,
      );
    },
    ChangeMessageVisibilityBatch: (input) => {
      const { QueueUrl, Entries } = parseInput(visibilityBatchSchema, input, sqsInputErrors);
      const queue = directory.byUrl(QueueUrl);
      return performBatch(Entries, ({ ReceiptHandle, VisibilityTimeout }) => {
        inFlight.changeVisibility(queue, ReceiptHandle, VisibilityTimeout);
        return {};
      });
    },
  };
};

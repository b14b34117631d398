import type { ServiceDouble } from '@atlas-engine/aws-wire';
import { queueAttributes } from './attributes-view.ts';
import type { Queue, SqsOptions } from './queue-directory.ts';
import { systemAttributes, type ReceivedMessage, type ReceiveOptions } from './receive.ts';
import type { OutgoingMessage, SentMessage } from './send.ts';
import { createSqsCore } from './sqs-core.ts';
import { sqsService } from './sqs-service.ts';
import { queueFromTemplate } from './template-queue.ts';

/** A queue's names. */
export interface QueueReference {
  readonly name: string;
  readonly arn: string;
  readonly url: string;
}

/** A message on a queue as a console shows it. */
export interface QueuedMessage extends Omit<ReceivedMessage, 'receiptHandle' | 'md5OfBody'> {
  /** Epoch milliseconds; in the past for a message that can be received. */
  readonly visibleAt: number;
}

/** SQS: the service on the wire, and what the rest of the local cloud calls in process. */
export interface Sqs {
  readonly service: ServiceDouble;
  /** Makes or changes a queue by the Properties of an AWS::SQS::Queue. @throws AwsError as CreateQueue does. */
  createQueue(properties: unknown): QueueReference;
  deleteQueue(queueArn: string): void;
  /** @throws AwsError as SendMessage does. */
  send(queueArn: string, message: OutgoingMessage): SentMessage;
  /** Takes what is visible now, at most `max` (any number, not only 10). */
  receive(queueArn: string, options?: ReceiveOptions): readonly ReceivedMessage[];
  /** Deletes messages; on a FIFO queue those whose handle has expired are passed over. @throws AwsError ReceiptHandleIsInvalid */
  deleteMessages(queueArn: string, receiptHandles: readonly string[]): void;
  /** Hides messages for `seconds` from now; those that are no longer in flight are passed over. */
  changeVisibility(queueArn: string, receiptHandles: readonly string[], seconds: number): void;
  /** Calls `listener` whenever a message may have become visible, and soon after registration. Returns how to stop. */
  onMessage(queueArn: string, listener: () => void): () => void;
  purge(queueArn: string): void;
  attributes(queueArn: string): Readonly<Record<string, string>>;
  messages(queueArn: string): readonly QueuedMessage[];
  queues(): readonly QueueReference[];
}

/**
 * Opens SQS on its stored state; what was in flight when an earlier process ended becomes visible at its time.
 *
 * @example const sqs = createSqs({ clock, store, region, accountId, url: () => server.url });
 */
export const createSqs = (options: SqsOptions): Sqs => {
  const core = createSqsCore(options);
  const { directory, inFlight, lifecycle } = core;
  const { clock } = options;
  const reference = (queue: Queue): QueueReference => ({
    name: queue.name,
    arn: queue.arn,
    url: directory.urlOf(queue),
  });
  return {
    service: sqsService(core),
    createQueue: (properties) => reference(lifecycle.put(queueFromTemplate(properties))),
    deleteQueue: (arn) => lifecycle.remove(directory.byArn(arn)),
    send: (arn, message) => core.send(directory.byArn(arn), message),
    receive: (arn, receiveOptions = {}) => core.receive(directory.byArn(arn), receiveOptions),
    deleteMessages: (arn, handles) => {
      const queue = directory.byArn(arn);
      for (const handle of handles) {
        if (!queue.settings.fifo || inFlight.isInFlight(queue, handle)) inFlight.remove(queue, handle);
      }
    },
    changeVisibility: (arn, handles, seconds) => {
      const queue = directory.byArn(arn);
      for (const handle of handles) {
        if (inFlight.isInFlight(queue, handle)) inFlight.changeVisibility(queue, handle, seconds);
      }
    },
    onMessage: (arn, listener) => {
      const { shelf } = directory.byArn(arn);
      shelf.announce();
      return shelf.onVisible(listener);
    },
    purge: (arn) => lifecycle.purge(directory.byArn(arn)),
    attributes: (arn) => queueAttributes(directory.byArn(arn), clock.now()),
    messages: (arn) => {
      const { shelf, settings } = directory.byArn(arn);
      return [...shelf.messages(settings.retentionMs)].map((message) => ({
        messageId: message.messageId,
        body: message.body,
        attributes: systemAttributes(message),
        messageAttributes: message.messageAttributes,
        visibleAt: message.visibleAt,
      }));
    },
    queues: () => directory.all().map(reference),
  };
};

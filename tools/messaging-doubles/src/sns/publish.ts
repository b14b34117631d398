import { randomUUID } from 'node:crypto';
import type { StateStore } from '@atlas-engine/simulation';
import { createBoundedLog, type BoundedLog } from '../bounded-log.ts';
import type { MessageAttribute } from '../delivery/deliver.ts';
import { isJsonObject } from '../events/json-shape.ts';
import { messageSize } from '../sqs/message-content.ts';
import { compileFilterPolicy } from './filter-policy.ts';
import { invalidParameter } from './sns-error.ts';
import type { SnsOptions } from './sns-options.ts';
import type { SubscriptionDeliveries } from './subscription-delivery.ts';
import type { TopicDirectory } from './topic-directory.ts';
import type { PublishedMessage, SubscriptionRecord, TopicRecord } from './topic-record.ts';

const mostBytes = 262_144;
const mostKept = 1000;

/** A message to publish. */
export interface PublishRequest {
  readonly message: string;
  readonly subject?: string | undefined;
  /** `json`: the message holds a text for each protocol. */
  readonly structure?: string | undefined;
  readonly attributes?: Readonly<Record<string, MessageAttribute>> | undefined;
  readonly groupId?: string | undefined;
}

/** Publishing, and what has been published. */
export interface Publisher {
  /** @throws AwsError InvalidParameter */
  publish(topic: TopicRecord, request: PublishRequest): PublishedMessage;
  /** The last 1,000 of a topic, the oldest first. */
  published(topicArn: string): readonly PublishedMessage[];
}

const checkSubject = (subject: string | undefined): void => {
  if (subject === undefined) return;
  const isText = /^[\x21-\x7e][\x20-\x7e]{0,99}$/.test(subject);
  if (!isText) throw invalidParameter('Subject');
};

const texts = (message: string): Record<string, string> => {
  const parsed = parsedObject(message);
  const entries = Object.entries(parsed).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return Object.fromEntries(entries);
};

const parsedObject = (message: string): Readonly<Record<string, unknown>> => {
  try {
    const parsed: unknown = JSON.parse(message);
    if (isJsonObject(parsed)) return parsed;
  } catch {
    // Refused below, as JSON that is no object is.
  }
  throw invalidParameter('Message Structure - JSON message body failed to parse');
};

const structured = ({
  message,
  structure,
}: PublishRequest): Pick<PublishedMessage, 'message' | 'byProtocol'> => {
  if (structure === undefined) return { message };
  if (structure !== 'json') throw invalidParameter('MessageStructure');
  const byProtocol = texts(message);
  const all = byProtocol['default'];
  if (all === undefined) throw invalidParameter('Message Structure - No default entry in JSON message body');
  return { message: all, byProtocol };
};

const check = ({ message, subject, attributes = {} }: PublishRequest): void => {
  if (message === '') throw invalidParameter('Empty message');
  checkSubject(subject);
  if (messageSize(message, attributes) > mostBytes) throw invalidParameter('Message too long');
};

const passesFilter = ({ attributes }: SubscriptionRecord, published: PublishedMessage): boolean => {
  const policy = attributes['FilterPolicy'];
  return policy === undefined || compileFilterPolicy(policy)(published.attributes);
};

/** Makes the publisher on the stored topics. */
export const createPublisher = (
  { clock, store }: Pick<SnsOptions, 'clock'> & { readonly store: StateStore },
  directory: TopicDirectory,
  deliveries: SubscriptionDeliveries,
): Publisher => {
  const logs = new Map<string, BoundedLog<PublishedMessage>>();
  const logOf = (topicArn: string): BoundedLog<PublishedMessage> => {
    const log =
      logs.get(topicArn) ?? createBoundedLog(store.collection(`sns/published/${topicArn}`), mostKept);
    logs.set(topicArn, log);
    return log;
  };

  return {
    published: (topicArn) => logOf(topicArn).list(),
    publish: (topic, request) => {
      check(request);
      const published: PublishedMessage = {
        messageId: randomUUID(),
        topicArn: topic.arn,
        at: clock.now(),
        ...structured(request),
        attributes: request.attributes ?? {},
        ...(request.subject !== undefined && { subject: request.subject }),
        ...(request.groupId !== undefined && { groupId: request.groupId }),
      };
      logOf(topic.arn).add(published);
      for (const subscription of directory.subscriptions(topic.arn)) {
        if (!subscription.pending && passesFilter(subscription, published))
          deliveries.owe({ subscription, published });
      }
      return published;
    },
  };
};

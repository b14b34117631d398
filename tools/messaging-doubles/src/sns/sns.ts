import { queryService, type ServiceDouble } from '@atlas-engine/aws-wire';
import type { DroppedDelivery } from '../delivery/dropped-log.ts';
import { publishOperations } from './publish-operations.ts';
import type { PublishRequest } from './publish.ts';
import type { SentText } from './send-text.ts';
import { createSnsCore } from './sns-core.ts';
import type { SnsOptions } from './sns-options.ts';
import { checkSubscription } from './subscription-check.ts';
import { subscriptionOperations } from './subscription-operations.ts';
import { subscriptionFromTemplate, topicFromTemplate } from './template-topic.ts';
import { putTopic } from './topic-changes.ts';
import type { SubscriptionRequest } from './topic-directory.ts';
import { topicOperations } from './topic-operations.ts';
import type { PublishedMessage, SubscriptionRecord, TopicRecord } from './topic-record.ts';

/** SNS: the service on the wire, and what the rest of the local cloud calls in process. */
export interface Sns {
  readonly service: ServiceDouble;
  /** Makes or changes a topic by the Properties of an AWS::SNS::Topic. @throws AwsError as CreateTopic and Subscribe do. */
  createTopic(properties: unknown): { readonly name: string; readonly arn: string };
  deleteTopic(topicArn: string): void;
  /** Subscribes an endpoint, or changes its attributes, by the Properties of an AWS::SNS::Subscription. */
  subscribe(properties: unknown): { readonly arn: string };
  unsubscribe(subscriptionArn: string): void;
  /** @throws AwsError as Publish does. */
  publish(topicArn: string, request: PublishRequest): { readonly messageId: string };
  /** The last 1,000 messages of a topic, the oldest first. */
  published(topicArn: string): readonly PublishedMessage[];
  /** The last 1,000 text messages to phones, the oldest first. */
  texts(): readonly SentText[];
  topics(): readonly TopicRecord[];
  subscriptions(topicArn?: string): readonly SubscriptionRecord[];
  /** Deliveries that are still owed. */
  readonly pendingDeliveries: number;
  dropped(): readonly DroppedDelivery[];
}

/**
 * Opens SNS on its stored state; deliveries that are owed go on.
 *
 * @example const sns = createSns({ clock, store, region, accountId, deliver });
 */
export const createSns = (options: SnsOptions): Sns => {
  const core = createSnsCore(options);
  const { directory, deliveries, publisher } = core;
  const operations = {
    ...publishOperations(core),
    ...topicOperations(core),
    ...subscriptionOperations(core),
  };

  const putSubscription = (request: SubscriptionRequest): { readonly arn: string } => {
    directory.topic(request.topicArn);
    checkSubscription(request);
    const existing = directory.subscribed(request);
    if (existing === undefined) return { arn: directory.subscribe(request).arn };
    directory.saveSubscription({ ...existing, attributes: request.attributes });
    return { arn: existing.arn };
  };

  return {
    service: queryService({ service: 'sns', xmlns: 'http://sns.amazonaws.com/doc/2010-03-31/', operations }),
    createTopic: (properties) => {
      const { subscriptions, ...request } = topicFromTemplate(properties);
      const { name, arn } = putTopic(directory, request, { change: true });
      for (const subscription of subscriptions) putSubscription({ topicArn: arn, ...subscription });
      return { name, arn };
    },
    deleteTopic: (arn) => directory.removeTopic(arn),
    subscribe: (properties) => putSubscription(subscriptionFromTemplate(properties)),
    unsubscribe: (arn) => directory.removeSubscription(arn),
    publish: (topicArn, request) => ({
      messageId: publisher.publish(directory.topic(topicArn), request).messageId,
    }),
    texts: () => core.texts.sent(),
    published: (arn) => publisher.published(arn),
    topics: () => directory.topics(),
    subscriptions: (topicArn) => directory.subscriptions(topicArn),
    get pendingDeliveries() {
      return deliveries.pending;
    },
    dropped: () => deliveries.dropped(),
  };
};

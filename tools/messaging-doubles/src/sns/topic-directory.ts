import { randomUUID } from 'node:crypto';
import type { Collection } from '@atlas-engine/simulation';
import { invalidParameter, notFound } from './sns-error.ts';
import type { SnsOptions } from './sns-options.ts';
import type { SubscriptionRecord, TopicRecord } from './topic-record.ts';

/** A subscription to make. */
export type SubscriptionRequest = Omit<SubscriptionRecord, 'arn' | 'pending'>;

/** The topics and subscriptions of an account and region. */
export interface TopicDirectory {
  /** @throws AwsError NotFound, or InvalidParameter for what is no topic ARN of this account and region. */
  topic(arn: string): TopicRecord;
  find(arn: string): TopicRecord | undefined;
  arnOf(name: string): string;
  topics(): readonly TopicRecord[];
  saveTopic(topic: TopicRecord): TopicRecord;
  /** Deletes a topic with its subscriptions; one that is not there is passed over. */
  removeTopic(arn: string): void;
  /** @throws AwsError NotFound */
  subscription(arn: string): SubscriptionRecord;
  subscriptions(topicArn?: string): readonly SubscriptionRecord[];
  /** The subscription of that endpoint, if there is one. */
  subscribed(request: SubscriptionRequest): SubscriptionRecord | undefined;
  subscribe(request: SubscriptionRequest): SubscriptionRecord;
  saveSubscription(subscription: SubscriptionRecord): void;
  removeSubscription(arn: string): void;
}

/** Opens the stored topics and subscriptions. */
export const createTopicDirectory = ({ store, region, accountId }: SnsOptions): TopicDirectory => {
  const topics: Collection<TopicRecord> = store.collection('sns/topics');
  const subscriptions: Collection<SubscriptionRecord> = store.collection('sns/subscriptions');
  const prefix = `arn:aws:sns:${region}:${accountId}:`;
  const ofTopic = (topicArn?: string): readonly SubscriptionRecord[] =>
    [...subscriptions.values()].filter((one) => topicArn === undefined || one.topicArn === topicArn);

  return {
    topic: (arn) => {
      if (!arn.startsWith(prefix))
        throw invalidParameter(`TopicArn Reason: ${arn} is not a topic of ${prefix}`);
      const topic = topics.get(arn);
      if (topic === undefined) throw notFound('Topic');
      return topic;
    },
    find: (arn) => topics.get(arn),
    arnOf: (name) => prefix + name,
    topics: () => [...topics.values()],
    saveTopic: (topic) => {
      topics.set(topic.arn, topic);
      return topic;
    },
    removeTopic: (arn) => {
      for (const subscription of ofTopic(arn)) subscriptions.delete(subscription.arn);
      topics.delete(arn);
    },
    subscription: (arn) => {
      const subscription = subscriptions.get(arn);
      if (subscription === undefined) throw notFound('Subscription');
      return subscription;
    },
    subscriptions: ofTopic,
    subscribed: ({ topicArn, protocol, endpoint }) =>
      ofTopic(topicArn).find((one) => one.protocol === protocol && one.endpoint === endpoint),
    subscribe: (request) => {
      const pending = request.protocol.startsWith('email');
      const subscription = { ...request, arn: `${request.topicArn}:${randomUUID()}`, pending };
      subscriptions.set(subscription.arn, subscription);
      return subscription;
    },
    saveSubscription: (subscription) => subscriptions.set(subscription.arn, subscription),
    removeSubscription: (arn) => void subscriptions.delete(arn),
  };
};

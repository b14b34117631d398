import type { Operation } from '@atlas-engine/aws-wire';
import * as z from 'zod';
import { omit } from '../omit.ts';
import { pageOf } from '../page.ts';
import { parseInput } from '../parse-input.ts';
import type { SnsCore } from './sns-core.ts';
import { invalidParameter, snsInputErrors } from './sns-error.ts';
import { attributeEntries, attributesOf } from './sns-input.ts';
import { checkSubscription, checkSubscriptionAttribute, readProtocol } from './subscription-check.ts';
import type { SubscriptionRequest, TopicDirectory } from './topic-directory.ts';
import type { SubscriptionRecord } from './topic-record.ts';

const subscribeSchema = z.strictObject({
  TopicArn: z.string(),
  Protocol: z.string(),
  Endpoint: z.string(),
  Attributes: attributeEntries.optional(),
  ReturnSubscriptionArn: z.enum(['true', 'false']).optional(),
});
const namedSchema = z.strictObject({ SubscriptionArn: z.string() });
const setSchema = z.strictObject({
  ...namedSchema.shape,
  AttributeName: z.string(),
  AttributeValue: z.string().default(''),
});
const listSchema = z.strictObject({ NextToken: z.string().optional() });
const byTopicSchema = z.strictObject({ TopicArn: z.string(), NextToken: z.string().optional() });

const view = (subscription: SubscriptionRecord, accountId: string): object => ({
  SubscriptionArn: subscription.pending ? 'PendingConfirmation' : subscription.arn,
  Owner: accountId,
  Protocol: subscription.protocol,
  Endpoint: subscription.endpoint,
  TopicArn: subscription.topicArn,
});

const isSame = (subscription: SubscriptionRecord, { attributes }: SubscriptionRequest): boolean =>
  Object.entries(attributes).every(([name, value]) => subscription.attributes[name] === value);

/** Subscribes an endpoint once. @throws AwsError InvalidParameter when it is subscribed with other attributes. */
const subscribeOnce = (directory: TopicDirectory, request: SubscriptionRequest): SubscriptionRecord => {
  checkSubscription(request);
  const existing = directory.subscribed(request);
  if (existing === undefined) return directory.subscribe(request);
  if (isSame(existing, request)) return existing;
  throw invalidParameter('Attributes Reason: Subscription already exists with different attributes');
};

/** The operations on subscriptions. */
export const subscriptionOperations = ({ directory, options }: SnsCore): Record<string, Operation> => ({
  Subscribe: (input) => {
    const request = parseInput(subscribeSchema, input, snsInputErrors);
    const subscription = subscribeOnce(directory, {
      topicArn: directory.topic(request.TopicArn).arn,
      protocol: readProtocol(request.Protocol),
      endpoint: request.Endpoint,
      attributes: attributesOf(request.Attributes),
    });
    const isHidden = subscription.pending && request.ReturnSubscriptionArn !== 'true';
    return { SubscriptionArn: isHidden ? 'pending confirmation' : subscription.arn };
  },
  Unsubscribe: (input) =>
    directory.removeSubscription(parseInput(namedSchema, input, snsInputErrors).SubscriptionArn),
  ListSubscriptions: (input) => {
    const { NextToken: token } = parseInput(listSchema, input, snsInputErrors);
    const { items, NextToken } = pageOf(directory.subscriptions(), { NextToken: token });
    return { Subscriptions: items.map((item) => view(item, options.accountId)), NextToken };
  },
  ListSubscriptionsByTopic: (input) => {
    const { TopicArn, NextToken: token } = parseInput(byTopicSchema, input, snsInputErrors);
    const { items, NextToken } = pageOf(directory.subscriptions(directory.topic(TopicArn).arn), {
      NextToken: token,
    });
    return { Subscriptions: items.map((item) => view(item, options.accountId)), NextToken };
  },
  GetSubscriptionAttributes: (input) => {
    const subscription = directory.subscription(
      parseInput(namedSchema, input, snsInputErrors).SubscriptionArn,
    );
    const attributes = {
      ...view(subscription, options.accountId),
      SubscriptionArn: subscription.arn,
      ConfirmationWasAuthenticated: String(!subscription.pending),
      PendingConfirmation: String(subscription.pending),
      RawMessageDelivery: 'false',
      ...subscription.attributes,
    };
    return { Attributes: new Map(Object.entries(attributes)) };
  },
  SetSubscriptionAttributes: (input) => {
    const { SubscriptionArn, AttributeName, AttributeValue } = parseInput(setSchema, input, snsInputErrors);
    const subscription = directory.subscription(SubscriptionArn);
    const rest = omit(subscription.attributes, AttributeName);
    const isRemoval = AttributeValue === '';
    if (!isRemoval) checkSubscriptionAttribute(AttributeName, AttributeValue, subscription.protocol);
    const attributes = isRemoval ? rest : { ...rest, [AttributeName]: AttributeValue };
    directory.saveSubscription({ ...subscription, attributes });
  },
});

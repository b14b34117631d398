import * as z from 'zod';
import { omit } from '../omit.ts';
import { parseInput } from '../parse-input.ts';
import { tagsOf, tagsSchema } from '../tags.ts';
import { snsInputErrors } from './sns-error.ts';
import { readProtocol } from './subscription-check.ts';
import type { SubscriptionRequest } from './topic-directory.ts';

const topicSchema = z.strictObject({
  TopicName: z.string(),
  DisplayName: z.string().optional(),
  KmsMasterKeyId: z.string().optional(),
  SignatureVersion: z.string().optional(),
  TracingConfig: z.string().optional(),
  Subscription: z.array(z.strictObject({ Endpoint: z.string(), Protocol: z.string() })).default([]),
  Tags: tagsSchema.default([]),
});
const document = z.union([z.string(), z.record(z.string(), z.unknown())]);
const subscriptionSchema = z.strictObject({
  TopicArn: z.string(),
  Protocol: z.string(),
  Endpoint: z.string(),
  RawMessageDelivery: z.union([z.boolean(), z.string()]).optional(),
  FilterPolicy: document.optional(),
  FilterPolicyScope: z.string().optional(),
  RedrivePolicy: document.optional(),
  /** The stack's region; this double has one. */
  Region: z.string().optional(),
});

const textual = (attributes: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(attributes).flatMap(([name, value]) => {
      if (value === undefined) return [];
      return [[name, typeof value === 'string' ? value : JSON.stringify(value)]];
    }),
  );

/** Reads the Properties of an AWS::SNS::Topic. @throws AwsError that names the property at fault. */
export const topicFromTemplate = (properties: unknown) => {
  const {
    TopicName: name,
    Subscription,
    Tags,
    ...attributes
  } = parseInput(topicSchema, properties, snsInputErrors);
  const subscriptions = Subscription.map(({ Endpoint: endpoint, Protocol }) => ({
    endpoint,
    protocol: readProtocol(Protocol),
    attributes: {},
  }));
  return { name, attributes: textual(attributes), tags: tagsOf(Tags), subscriptions };
};

/** Reads the Properties of an AWS::SNS::Subscription. @throws AwsError that names the property at fault. */
export const subscriptionFromTemplate = (properties: unknown): SubscriptionRequest => {
  const { TopicArn, Protocol, Endpoint, ...attributes } = omit(
    parseInput(subscriptionSchema, properties, snsInputErrors),
    'Region',
  );
  return {
    topicArn: TopicArn,
    protocol: readProtocol(Protocol),
    endpoint: Endpoint,
    attributes: textual(attributes),
  };
};

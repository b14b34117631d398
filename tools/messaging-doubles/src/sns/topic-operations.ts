import { AwsError, type Operation } from '@atlas-engine/aws-wire';
import * as z from 'zod';
import { pageOf } from '../page.ts';
import { parseInput } from '../parse-input.ts';
import { tagList, tagsOf } from '../tags.ts';
import type { SnsCore } from './sns-core.ts';
import { snsInputErrors } from './sns-error.ts';
import { attributeEntries, attributesOf, list } from './sns-input.ts';
import { checkTopicAttributes, putTopic } from './topic-changes.ts';
import type { TopicRecord } from './topic-record.ts';

const tagEntries = list(z.strictObject({ Key: z.string().min(1), Value: z.string() }));
const createSchema = z.strictObject({
  Name: z.string(),
  Attributes: attributeEntries.optional(),
  Tags: tagEntries.optional(),
});
const topicSchema = z.strictObject({ TopicArn: z.string() });
const setSchema = z.strictObject({
  TopicArn: z.string(),
  AttributeName: z.string(),
  AttributeValue: z.string().default(''),
});
const listSchema = z.strictObject({ NextToken: z.string().optional() });
const resource = { ResourceArn: z.string() };
const tagSchema = z.strictObject({ ...resource, Tags: tagEntries });
const untagSchema = z.strictObject({ ...resource, TagKeys: list(z.string()) });

/** The operations on topics. */
export const topicOperations = (core: SnsCore): Record<string, Operation> => {
  const { directory, options } = core;
  const find = (input: unknown): TopicRecord =>
    directory.topic(parseInput(topicSchema, input, snsInputErrors).TopicArn);
  return {
    CreateTopic: (input) => {
      const { Name: name, Attributes, Tags = [] } = parseInput(createSchema, input, snsInputErrors);
      const request = { name, attributes: attributesOf(Attributes), tags: tagsOf(Tags) };
      return { TopicArn: putTopic(directory, request, { change: false }).arn };
    },
    DeleteTopic: (input) => directory.removeTopic(parseInput(topicSchema, input, snsInputErrors).TopicArn),
    ListTopics: (input) => {
      const { items, NextToken } = pageOf(directory.topics(), parseInput(listSchema, input, snsInputErrors));
      return { Topics: items.map(({ arn }) => ({ TopicArn: arn })), NextToken };
    },
    GetTopicAttributes: (input) => {
      const topic = find(input);
      const subscriptions = directory.subscriptions(topic.arn);
      const pending = subscriptions.filter((subscription) => subscription.pending).length;
      const attributes = {
        TopicArn: topic.arn,
        Owner: options.accountId,
        DisplayName: '',
        ...topic.attributes,
        SubscriptionsConfirmed: String(subscriptions.length - pending),
        SubscriptionsPending: String(pending),
        SubscriptionsDeleted: '0',
      };
      return { Attributes: new Map(Object.entries(attributes)) };
    },
    SetTopicAttributes: (input) => {
      const { TopicArn, AttributeName, AttributeValue } = parseInput(setSchema, input, snsInputErrors);
      const topic = directory.topic(TopicArn);
      checkTopicAttributes({ [AttributeName]: AttributeValue });
      directory.saveTopic({ ...topic, attributes: { ...topic.attributes, [AttributeName]: AttributeValue } });
    },
    ...tagOperations(core),
  };
};

const tagOperations = ({ directory }: SnsCore): Record<string, Operation> => {
  const find = (arn: string): TopicRecord => {
    const topic = directory.find(arn);
    if (topic === undefined)
      throw new AwsError('ResourceNotFound', 'Resource does not exist', { status: 404 });
    return topic;
  };
  return {
    TagResource: (input) => {
      const { ResourceArn, Tags } = parseInput(tagSchema, input, snsInputErrors);
      const topic = find(ResourceArn);
      directory.saveTopic({ ...topic, tags: { ...topic.tags, ...tagsOf(Tags) } });
    },
    UntagResource: (input) => {
      const { ResourceArn, TagKeys } = parseInput(untagSchema, input, snsInputErrors);
      const topic = find(ResourceArn);
      const kept = Object.entries(topic.tags).filter(([key]) => !TagKeys.includes(key));
      directory.saveTopic({ ...topic, tags: Object.fromEntries(kept) });
    },
    ListTagsForResource: (input) => ({
      Tags: tagList(find(parseInput(z.strictObject(resource), input, snsInputErrors).ResourceArn).tags),
    }),
  };
};

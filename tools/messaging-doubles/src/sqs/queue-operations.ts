import { AwsError, type Operation } from '@atlas-engine/aws-wire';
import * as z from 'zod';
import { parseInput } from '../parse-input.ts';
import { attributesView } from './attributes-view.ts';
import type { SqsCore } from './sqs-core.ts';
import { queueDoesNotExist, sqsInputErrors } from './sqs-error.ts';

const texts = z.record(z.string(), z.string());
const page = { MaxResults: z.int().min(1).max(1000).optional(), NextToken: z.string().optional() };
const createSchema = z.strictObject({
  QueueName: z.string(),
  Attributes: texts.optional(),
  tags: texts.optional(),
});
const queueSchema = z.strictObject({ QueueUrl: z.string() });
const findSchema = z.strictObject({ QueueName: z.string(), QueueOwnerAWSAccountId: z.string().optional() });
const listSchema = z.strictObject({ QueueNamePrefix: z.string().default(''), ...page });
const sourcesSchema = z.strictObject({ QueueUrl: z.string(), ...page });
const getSchema = z.strictObject({ QueueUrl: z.string(), AttributeNames: z.array(z.string()).default([]) });
const setSchema = z.strictObject({ QueueUrl: z.string(), Attributes: texts });
const tagSchema = z.strictObject({ QueueUrl: z.string(), Tags: texts });
const untagSchema = z.strictObject({ QueueUrl: z.string(), TagKeys: z.array(z.string()) });

/** Cuts a page out of names in order; the token is the last name of the page before. */
const pageOf = (
  names: readonly string[],
  { MaxResults = 1000, NextToken }: { MaxResults?: number | undefined; NextToken?: string | undefined },
): { readonly names: readonly string[]; readonly NextToken?: string } => {
  const after = NextToken === undefined ? '' : Buffer.from(NextToken, 'base64url').toString();
  const rest = [...names].sort().filter((name) => name > after);
  const cut = rest.slice(0, MaxResults);
  const last = cut.at(-1);
  const isMore = rest.length > cut.length && last !== undefined;
  return { names: cut, ...(isMore && { NextToken: Buffer.from(last).toString('base64url') }) };
};

/** The operations on queues as a whole. */
export const queueOperations = (core: SqsCore): Record<string, Operation> => {
  const { directory, lifecycle, options } = core;
  const urlOf = (name: string): string => {
    const queue = directory.find(name);
    if (queue === undefined) throw queueDoesNotExist();
    return directory.urlOf(queue);
  };
  return {
    CreateQueue: (input) => {
      const { QueueName: name, Attributes = {}, tags = {} } = parseInput(createSchema, input, sqsInputErrors);
      return { QueueUrl: directory.urlOf(lifecycle.create({ name, attributes: Attributes, tags })) };
    },
    DeleteQueue: (input) =>
      lifecycle.remove(directory.byUrl(parseInput(queueSchema, input, sqsInputErrors).QueueUrl)),
    PurgeQueue: (input) =>
      lifecycle.purge(directory.byUrl(parseInput(queueSchema, input, sqsInputErrors).QueueUrl)),
    GetQueueUrl: (input) => {
      const { QueueName, QueueOwnerAWSAccountId = options.accountId } = parseInput(
        findSchema,
        input,
        sqsInputErrors,
      );
      if (QueueOwnerAWSAccountId !== options.accountId) throw queueDoesNotExist();
      return { QueueUrl: urlOf(QueueName) };
    },
    ListQueues: (input) => {
      const { QueueNamePrefix, ...rest } = parseInput(listSchema, input, sqsInputErrors);
      const matching = directory
        .all()
        .flatMap(({ name }) => (name.startsWith(QueueNamePrefix) ? [name] : []));
      const { names, NextToken } = pageOf(matching, rest);
      return { ...(names.length > 0 && { QueueUrls: names.map(urlOf) }), NextToken };
    },
    ListDeadLetterSourceQueues: (input) => {
      const { QueueUrl, ...rest } = parseInput(sourcesSchema, input, sqsInputErrors);
      const { arn } = directory.byUrl(QueueUrl);
      const sources = directory.all().filter(({ settings }) => settings.redrive?.deadLetterTargetArn === arn);
      const { names, NextToken } = pageOf(
        sources.map(({ name }) => name),
        rest,
      );
      return { queueUrls: names.map(urlOf), NextToken };
    },
    GetQueueAttributes: (input) => {
      const { QueueUrl, AttributeNames } = parseInput(getSchema, input, sqsInputErrors);
      const attributes = attributesView(directory.byUrl(QueueUrl), AttributeNames, options.clock.now());
      return Object.keys(attributes).length > 0 ? { Attributes: attributes } : {};
    },
    SetQueueAttributes: (input) => {
      const { QueueUrl, Attributes } = parseInput(setSchema, input, sqsInputErrors);
      lifecycle.setAttributes(directory.byUrl(QueueUrl), Attributes);
    },
    ...tagOperations(core),
  };
};

const mostTags = 50;

const tagOperations = ({ directory, lifecycle }: SqsCore): Record<string, Operation> => ({
  TagQueue: (input) => {
    const { QueueUrl, Tags } = parseInput(tagSchema, input, sqsInputErrors);
    const queue = directory.byUrl(QueueUrl);
    const tags = { ...queue.record.tags, ...Tags };
    if (Object.keys(tags).length > mostTags) {
      throw new AwsError(
        'InvalidParameterValue',
        `Too many tags added for queue ${queue.name}: at most ${mostTags}.`,
      );
    }
    lifecycle.setTags(queue, tags);
  },
  UntagQueue: (input) => {
    const { QueueUrl, TagKeys } = parseInput(untagSchema, input, sqsInputErrors);
    const queue = directory.byUrl(QueueUrl);
    const kept = Object.entries(queue.record.tags).filter(([key]) => !TagKeys.includes(key));
    lifecycle.setTags(queue, Object.fromEntries(kept));
  },
  ListQueueTags: (input) => {
    const { tags } = directory.byUrl(parseInput(queueSchema, input, sqsInputErrors).QueueUrl).record;
    return Object.keys(tags).length > 0 ? { Tags: tags } : {};
  },
});

import * as z from 'zod';
import { parseInput } from '../parse-input.ts';
import type { QueueRequest } from './queue-lifecycle.ts';
import { sqsInputErrors } from './sqs-error.ts';

const textual = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const document = z.union([z.string(), z.record(z.string(), z.unknown())]);

const attributesSchema = {
  ContentBasedDeduplication: textual.optional(),
  DeduplicationScope: z.string().optional(),
  DelaySeconds: textual.optional(),
  FifoQueue: textual.optional(),
  FifoThroughputLimit: z.string().optional(),
  KmsDataKeyReusePeriodSeconds: textual.optional(),
  KmsMasterKeyId: z.string().optional(),
  MaximumMessageSize: textual.optional(),
  MessageRetentionPeriod: textual.optional(),
  ReceiveMessageWaitTimeSeconds: textual.optional(),
  RedriveAllowPolicy: document.optional(),
  RedrivePolicy: document.optional(),
  SqsManagedSseEnabled: textual.optional(),
  VisibilityTimeout: textual.optional(),
};

const tag = z.object({ Key: z.string(), Value: z.string() });
const schema = z.strictObject({ QueueName: z.string(), Tags: z.array(tag).optional(), ...attributesSchema });

const asText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/**
 * Reads the Properties of an AWS::SQS::Queue. QueueName is required here: names are computed, not made up.
 *
 * @throws AwsError that names the property which is missing, not valid or not supported.
 */
export const queueFromTemplate = (properties: unknown): QueueRequest => {
  const { QueueName, Tags = [], ...rest } = parseInput(schema, properties, sqsInputErrors);
  const attributes = Object.entries(rest)
    .filter(([name, value]) => value !== undefined && !(name === 'FifoQueue' && value === 'false'))
    .map(([name, value]) => [name, asText(value)] as const);
  return {
    name: QueueName,
    attributes: Object.fromEntries(attributes),
    tags: Object.fromEntries(Tags.map(({ Key, Value }) => [Key, Value])),
  };
};

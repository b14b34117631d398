import { AwsError, type Operation } from '@atlas-engine/aws-wire';
import * as z from 'zod';
import { performBatch } from '../batch.ts';
import { parseInput } from '../parse-input.ts';
import { messageSize } from '../sqs/message-content.ts';
import type { PublishRequest } from './publish.ts';
import type { SnsCore } from './sns-core.ts';
import { invalidParameter, snsInputErrors } from './sns-error.ts';
import { list, messageAttributeEntries, messageAttributesOf } from './sns-input.ts';

const content = {
  Message: z.string(),
  Subject: z.string().optional(),
  MessageStructure: z.string().optional(),
  MessageAttributes: messageAttributeEntries.optional(),
  MessageGroupId: z.string().optional(),
};
const publishSchema = z.strictObject({
  TopicArn: z.string().optional(),
  TargetArn: z.string().optional(),
  PhoneNumber: z.string().optional(),
  ...content,
});
const batchSchema = z.strictObject({
  TopicArn: z.string(),
  PublishBatchRequestEntries: list(z.strictObject({ Id: z.string(), ...content })),
});

type Content = z.infer<z.ZodObject<typeof content>>;

const requestOf = (input: Content): PublishRequest => ({
  message: input.Message,
  subject: input.Subject,
  structure: input.MessageStructure,
  attributes: messageAttributesOf(input.MessageAttributes),
  groupId: input.MessageGroupId,
});

type Publication = z.infer<typeof publishSchema>;

/** Where a message goes: one topic, or one phone. */
const checkTargets = ({ TopicArn, TargetArn, PhoneNumber }: Publication): void => {
  const targets = [TopicArn, TargetArn, PhoneNumber].filter((target) => target !== undefined);
  if (targets.length > 1)
    throw invalidParameter('TopicArn, TargetArn or PhoneNumber Reason: only one may be given');
};

const topicOf = ({ TopicArn, TargetArn }: Publication): string => {
  const arn = TopicArn ?? TargetArn;
  if (arn === undefined)
    throw invalidParameter('TopicArn or TargetArn Reason: no value for required parameter');
  return arn;
};

const mostBatchBytes = 262_144;

const checkBatchSize = (entries: readonly Content[]): void => {
  const size = entries.reduce(
    (sum, { Message, MessageAttributes }) =>
      sum + messageSize(Message, messageAttributesOf(MessageAttributes)),
    0,
  );
  if (size > mostBatchBytes) {
    throw new AwsError(
      'BatchRequestTooLong',
      `The length of all the messages put together is more than ${mostBatchBytes} bytes.`,
    );
  }
};

/** Publish and PublishBatch. */
export const publishOperations = ({ directory, publisher, texts }: SnsCore): Record<string, Operation> => ({
  Publish: (input) => {
    const request = parseInput(publishSchema, input, snsInputErrors);
    checkTargets(request);
    const { PhoneNumber } = request;
    if (PhoneNumber !== undefined)
      return { MessageId: texts.send(PhoneNumber, requestOf(request)).messageId };
    return { MessageId: publisher.publish(directory.topic(topicOf(request)), requestOf(request)).messageId };
  },
  PublishBatch: (input) => {
    const { TopicArn, PublishBatchRequestEntries: entries } = parseInput(batchSchema, input, snsInputErrors);
    const topic = directory.topic(TopicArn);
    checkBatchSize(entries);
    return performBatch(entries, (entry) => ({
      MessageId: publisher.publish(topic, requestOf(entry)).messageId,
    }));
  },
});

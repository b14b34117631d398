import { AwsError } from '@atlas-engine/aws-wire';
import { attributeNames } from './queue-attributes.ts';
import type { Queue } from './queue-directory.ts';
import { countMessages } from './queue-lifecycle.ts';
import { defaultAttributes } from './queue-record.ts';

const seconds = (ms: number): string => String(Math.floor(ms / 1000));

/** All attributes of a queue, those set, those by default and those counted. */
export const queueAttributes = (queue: Queue, now: number): Record<string, string> => {
  const { visible, inFlight, delayed } = countMessages(queue, now);
  return {
    ...defaultAttributes,
    ...queue.record.attributes,
    QueueArn: queue.arn,
    CreatedTimestamp: seconds(queue.record.createdAt),
    LastModifiedTimestamp: seconds(queue.record.modifiedAt),
    ApproximateNumberOfMessages: String(visible),
    ApproximateNumberOfMessagesNotVisible: String(inFlight),
    ApproximateNumberOfMessagesDelayed: String(delayed),
  };
};

/** @throws AwsError InvalidAttributeName for a name that no queue has. */
export const attributesView = (
  queue: Queue,
  requested: readonly string[],
  now: number,
): Record<string, string> => {
  const unknown = requested.find((name) => name !== 'All' && !attributeNames.includes(name));
  if (unknown !== undefined) throw new AwsError('InvalidAttributeName', `Unknown Attribute ${unknown}.`);
  return Object.fromEntries(
    Object.entries(queueAttributes(queue, now)).filter(
      ([name]) => requested.includes('All') || requested.includes(name),
    ),
  );
};

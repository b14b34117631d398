import { optionalString, stringField } from '@atlas-engine/aws-wire';
import { anyResource, arnOf, needs, ownActions, type Call, type CallTable } from './call.ts';

/** A queue's URL ends with its name. */
const queueOf = ({ input, place }: Call): string =>
  arnOf(place, 'sqs', stringField(input, 'QueueUrl').split('/').at(-1) ?? '');

const namedQueue = ({ input, place }: Call): string => arnOf(place, 'sqs', stringField(input, 'QueueName'));

const ofMove = ({ input }: Call): string =>
  optionalString(input, 'SourceArn') ?? taskSource(stringField(input, 'TaskHandle'));

/** A task's handle names its source queue. */
const taskSource = (handle: string): string => {
  const text = Buffer.from(handle, 'base64').toString('utf8');
  return /arn:aws:sqs:[\w-]+:\d{12}:[\w.-]+/.exec(text)?.[0] ?? '*';
};

/** SQS. The batch operations need the action of a single message. */
export const sqsCalls: CallTable = {
  ...ownActions(
    'sqs',
    [
      ...['ChangeMessageVisibility', 'DeleteMessage', 'DeleteQueue', 'GetQueueAttributes'],
      ...['ListDeadLetterSourceQueues', 'ListQueueTags', 'PurgeQueue', 'ReceiveMessage', 'SendMessage'],
      ...['SetQueueAttributes', 'TagQueue', 'UntagQueue'],
    ],
    queueOf,
  ),
  ...ownActions('sqs', ['CreateQueue', 'GetQueueUrl'], namedQueue),
  ...ownActions('sqs', ['StartMessageMoveTask', 'ListMessageMoveTasks', 'CancelMessageMoveTask'], ofMove),
  ChangeMessageVisibilityBatch: needs('sqs:ChangeMessageVisibility', queueOf),
  DeleteMessageBatch: needs('sqs:DeleteMessage', queueOf),
  SendMessageBatch: needs('sqs:SendMessage', queueOf),
  ListQueues: needs('sqs:ListQueues', anyResource),
};

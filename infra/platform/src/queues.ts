import { acknowledge, type AtlasStack } from '@atlas-engine/constructs';
import { addQueueAlarms } from './queue-alarms.ts';
import type { QueueResource } from '@atlas-engine/resource-names';
import { Duration } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Queue, QueueEncryption, type QueueProps } from 'aws-cdk-lib/aws-sqs';

/** Encrypted by SQS, TLS only, kept for as long as SQS allows. */
export const safeQueue: QueueProps = {
  encryption: QueueEncryption.SQS_MANAGED,
  enforceSSL: true,
  retentionPeriod: Duration.days(14),
};

/** Consumers may run for 30 s; a message is hidden six times as long. Source: Lambda developer guide. */
const visibility = Duration.seconds(180);

/** A message that no invocation could finish so often is set aside. */
const dialReceives = 10;

/** Ten hours without Salesforce pass before a wrap-up is set aside. */
const wrapUpReceives = 200;

/** The dial queue, the queue of wrap-ups, and where undeliverable messages and events go. */
export function addQueues(stack: AtlasStack): void {
  const { queues } = stack.names;
  addWorkQueue(stack, 'Dial', {
    ...{ queue: queues.dial, deadLetters: queues.dialDeadLetters },
    receives: dialReceives,
  });
  addWorkQueue(stack, 'WrapUp', {
    ...{ queue: queues.wrapUps, deadLetters: queues.wrapUpDeadLetters },
    receives: wrapUpReceives,
  });
  const deadLetters = new Queue(stack, 'DeadLetters', { ...safeQueue, queueName: queues.deadLetters.name });
  deadLetters.addToResourcePolicy(rulesMaySend(stack));
  addQueueAlarms(stack);
  acknowledge(deadLetters, { 'AwsSolutions-SQS3': 'It is a dead-letter queue itself.' });
}

interface WorkQueue {
  readonly queue: QueueResource;
  readonly deadLetters: QueueResource;
  readonly receives: number;
}

/** A queue that a function consumes, and where what it could not finish is set aside. */
function addWorkQueue(stack: AtlasStack, id: string, work: WorkQueue): void {
  const queue = new Queue(stack, `${id}DeadLetters`, { ...safeQueue, queueName: work.deadLetters.name });
  new Queue(stack, id, {
    ...safeQueue,
    queueName: work.queue.name,
    visibilityTimeout: visibility,
    deadLetterQueue: { queue, maxReceiveCount: work.receives },
  });
}

/** Only rules of this stage may set events aside here. */
const rulesMaySend = ({ names }: AtlasStack): PolicyStatement =>
  new PolicyStatement({
    sid: 'RulesMaySend',
    principals: [new ServicePrincipal('events.amazonaws.com')],
    actions: ['sqs:SendMessage'],
    resources: [names.queues.deadLetters.arn],
    conditions: { ArnEquals: { 'aws:SourceArn': Object.values(names.rules).map(({ arn }) => arn) } },
  });

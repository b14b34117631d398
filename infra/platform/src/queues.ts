import { acknowledge, type AtlasStack } from '@atlas-engine/constructs';
import { addQueueAlarms } from './queue-alarms.ts';
import { Duration } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Queue, QueueEncryption, type QueueProps } from 'aws-cdk-lib/aws-sqs';

/** Encrypted by SQS, TLS only, kept for as long as SQS allows. */
export const safeQueue: QueueProps = {
  encryption: QueueEncryption.SQS_MANAGED,
  enforceSSL: true,
  retentionPeriod: Duration.days(14),
};

/** InitiateCallHandler may run for 30 s; a message is hidden six times as long. Source: Lambda developer guide. */
const dialVisibility = Duration.seconds(180);

/** A message that no invocation could finish so often is set aside. */
const dialReceives = 10;

/** The dial queue, and where undeliverable messages and events go. */
export function addQueues(stack: AtlasStack): void {
  const { queues } = stack.names;
  const dialDeadLetters = new Queue(stack, 'DialDeadLetters', {
    ...safeQueue,
    queueName: queues.dialDeadLetters.name,
  });
  new Queue(stack, 'Dial', {
    ...safeQueue,
    queueName: queues.dial.name,
    visibilityTimeout: dialVisibility,
    deadLetterQueue: { queue: dialDeadLetters, maxReceiveCount: dialReceives },
  });
  const deadLetters = new Queue(stack, 'DeadLetters', { ...safeQueue, queueName: queues.deadLetters.name });
  deadLetters.addToResourcePolicy(rulesMaySend(stack));
  addQueueAlarms(stack);
  acknowledge(deadLetters, { 'AwsSolutions-SQS3': 'It is a dead-letter queue itself.' });
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

import type { AtlasStack } from '@atlas-engine/constructs';
import { Duration } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { safeQueue } from './queues.ts';

/** LexFulfillmentHandler may run for 25 s; a message is hidden six times as long. Source: Lambda developer guide. */
const visibility = Duration.seconds(150);

/** A message that is still not answered is set aside. */
const receives = 5;

/** Where texts of customers come in: a topic that AWS End User Messaging publishes to, and the queue that it fills. */
export function addTexting(stack: AtlasStack): void {
  const { topics, queues } = stack.names;
  const deadLetters = new Queue(stack, 'SmsDeadLetters', {
    ...safeQueue,
    queueName: queues.smsDeadLetters.name,
  });
  const queue = new Queue(stack, 'SmsSQSQueue', {
    ...safeQueue,
    queueName: queues.sms.name,
    visibilityTimeout: visibility,
    deadLetterQueue: { queue: deadLetters, maxReceiveCount: receives },
  });
  const topic = new Topic(stack, 'SmsQuickStartSnsDestination', {
    topicName: topics.smsInbound.name,
    enforceSSL: true,
  });
  topic.addToResourcePolicy(carrierMayPublish(stack));
  topic.addSubscription(new SqsSubscription(queue));
}

/** The service that takes texts from carriers, for numbers of this account. */
const carrierMayPublish = ({ names }: AtlasStack): PolicyStatement =>
  new PolicyStatement({
    sid: 'EndUserMessagingMayPublish',
    principals: [new ServicePrincipal('sms-voice.amazonaws.com')],
    actions: ['sns:Publish'],
    resources: [names.topics.smsInbound.arn],
    conditions: { StringEquals: { 'aws:SourceAccount': names.account } },
  });

import type { AtlasStack } from '@atlas-engine/constructs';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';

/** Who hears of finished calls, and who of alarms. */
export function addTopics(stack: AtlasStack): void {
  const { topics } = stack.names;
  const { salesTeamEmails, alarms } = stack.configuration;
  addTopic(stack, { id: 'SalesTeamNotifications', name: topics.salesTeam.name, emails: salesTeamEmails });
  const operations = addTopic(stack, {
    id: 'Operations',
    name: topics.operations.name,
    emails: alarms.emails,
  });
  operations.addToResourcePolicy(servicesMayPublish(stack));
}

interface TopicDefinition {
  readonly id: string;
  readonly name: string;
  readonly emails: readonly string[];
}

function addTopic(stack: AtlasStack, { id, name, emails }: TopicDefinition): Topic {
  const topic = new Topic(stack, id, { topicName: name, enforceSSL: true });
  for (const email of emails) topic.addSubscription(new EmailSubscription(email));
  return topic;
}

/** Alarms and the budget speak as services, not as a role of this account. */
const servicesMayPublish = ({ names }: AtlasStack): PolicyStatement =>
  new PolicyStatement({
    sid: 'ServicesMayPublish',
    principals: ['cloudwatch', 'budgets'].map((service) => new ServicePrincipal(`${service}.amazonaws.com`)),
    actions: ['sns:Publish'],
    resources: [names.topics.operations.arn],
    conditions: { StringEquals: { 'aws:SourceAccount': names.account } },
  });

import { type AtlasApp, AtlasStack } from '@atlas-engine/constructs';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { addBuckets } from './buckets.ts';
import { addQueues } from './queues.ts';
import { addSalesforceSecret } from './salesforce-secret.ts';

/** What everything else stands on and nothing here depends on: buckets, queues, topic, secret. */
export class FoundationStack extends AtlasStack {
  constructor(app: AtlasApp) {
    super(app, 'foundation', 'Buckets, queues, topic and secret of Atlas Engine.');
    addBuckets(this);
    addQueues(this);
    addSalesforceSecret(this);
    this.#addSalesTeamTopic();
  }

  #addSalesTeamTopic(): void {
    const topic = new Topic(this, 'SalesTeamNotifications', {
      topicName: this.names.topics.salesTeam.name,
      enforceSSL: true,
    });
    for (const email of this.configuration.salesTeamEmails)
      topic.addSubscription(new EmailSubscription(email));
  }
}

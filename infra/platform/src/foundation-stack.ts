import { type AtlasApp, AtlasStack } from '@atlas-engine/constructs';
import { addBuckets } from './buckets.ts';
import { addQueues } from './queues.ts';
import { addSalesforceSecret } from './salesforce-secret.ts';
import { addTexting } from './texting.ts';
import { addTopics } from './topics.ts';

/** What everything else stands on and nothing here depends on: buckets, queues, topics, secret. */
export class FoundationStack extends AtlasStack {
  constructor(app: AtlasApp) {
    super(app, 'foundation', 'Buckets, queues, topics and secret of Atlas Engine.');
    addBuckets(this);
    addQueues(this);
    addSalesforceSecret(this);
    addTopics(this);
    addTexting(this);
  }
}

import { join } from 'node:path';
import { atlasApp, FunctionStack } from '@atlas-engine/constructs';

const app = atlasApp(join(import.meta.dirname, 'cdk.out'));

const { names } = app;

new FunctionStack(app, {
  service: 'UpdateLeadHandler',
  description: 'Writes the outcome of a call, and what agents say of it, to Salesforce.',
  assetDirectory: join(import.meta.dirname, 'dist'),
  timeoutSeconds: 30,
  memoryMb: 256,
  environment: ['SALESFORCE_SECRET_ID', 'SALESFORCE_API_VERSION'],
  policies: ['AtlasEngineCorePolicy', 'AtlasEngineLoggingPolicy', 'AtlasEngineSecretsPolicy'],
  queue: { queue: names.queues.wrapUps, batchSize: 5, windowSeconds: 0, maximumConcurrency: 2 },
  alarms: ['CrmFailures', 'SalesforceApiUse'],
});

app.synth();

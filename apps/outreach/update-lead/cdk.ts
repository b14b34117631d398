import { join } from 'node:path';
import { atlasApp, FunctionStack } from '@atlas-engine/constructs';

const app = atlasApp(join(import.meta.dirname, 'cdk.out'));

new FunctionStack(app, {
  service: 'UpdateLeadHandler',
  description: 'Writes the outcome of a call to Salesforce, lead and call log in one request.',
  assetDirectory: join(import.meta.dirname, 'dist'),
  timeoutSeconds: 30,
  memoryMb: 256,
  environment: ['SALESFORCE_SECRET_ID', 'SALESFORCE_API_VERSION'],
  policies: ['AtlasEngineCorePolicy', 'AtlasEngineLoggingPolicy', 'AtlasEngineSecretsPolicy'],
  alarms: ['CrmFailures', 'SalesforceApiUse'],
});

app.synth();

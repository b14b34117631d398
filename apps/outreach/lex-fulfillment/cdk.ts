import { join } from 'node:path';
import {
  allowBot,
  allowTexts,
  atlasApp,
  connectInstanceArn,
  FunctionStack,
  putTexts,
  sendTexts,
} from '@atlas-engine/constructs';
import { CfnIntegrationAssociation } from 'aws-cdk-lib/aws-connect';

const app = atlasApp(join(import.meta.dirname, 'cdk.out'));
const { names } = app;

const stack = new FunctionStack(app, {
  service: 'LexFulfillmentHandler',
  description: 'Answers AtlasEngineBot and texts, and starts the workflow of a request.',
  assetDirectory: join(import.meta.dirname, 'dist'),
  timeoutSeconds: 25,
  memoryMb: 256,
  environment: [
    'STATE_MACHINE_ARN',
    'ATLAS_BUSINESS_HOURS',
    'ATLAS_CALLING_POLICY',
    'TEXT_BOT_ID',
    'TEXT_BOT_ALIAS_ID',
  ],
  policies: ['AtlasEngineCorePolicy', 'AtlasEngineLoggingPolicy'],
  permissions: [
    { actions: ['states:StartExecution'], resources: [names.workflow.arn] },
    {
      actions: ['states:DescribeExecution'],
      resources: [names.workflow.executionsArn],
      wildcard: 'An execution is named for its request.',
    },
    putTexts(names),
    sendTexts(),
  ],
  queue: { queue: names.queues.sms, batchSize: 5, windowSeconds: 0, maximumConcurrency: 2 },
});

allowBot(stack, 'AtlasEngineBot', stack.live);
allowTexts(stack, stack.live);

// Makes the function available to contact flows, with the permission that Amazon Connect needs.
new CfnIntegrationAssociation(stack, 'ConnectAssociation', {
  instanceId: connectInstanceArn(names),
  integrationType: 'LAMBDA_FUNCTION',
  integrationArn: stack.live.functionArn,
});

app.synth();

import { join } from 'node:path';
import { atlasApp, botAliasArn, connectInstanceArn, FunctionStack } from '@atlas-engine/constructs';
import { CfnIntegrationAssociation } from 'aws-cdk-lib/aws-connect';
import { CfnPermission } from 'aws-cdk-lib/aws-lambda';

const app = atlasApp(join(import.meta.dirname, 'cdk.out'));
const { names } = app;

const stack = new FunctionStack(app, {
  service: 'LexFulfillmentHandler',
  description: 'Answers AtlasEngineBot and starts the workflow of a request.',
  assetDirectory: join(import.meta.dirname, 'dist'),
  timeoutSeconds: 25,
  memoryMb: 256,
  environment: ['STATE_MACHINE_ARN', 'ATLAS_CALLING_POLICY'],
  policies: ['AtlasEngineCorePolicy', 'AtlasEngineLoggingPolicy'],
  permissions: [
    { actions: ['states:StartExecution'], resources: [names.workflow.arn] },
    {
      actions: ['states:DescribeExecution'],
      resources: [names.workflow.executionsArn],
      wildcard: 'An execution is named for its request.',
    },
  ],
});

// The bot knows the function by name and is there first; that it may call it is said here.
new CfnPermission(stack, 'BotPermission', {
  action: 'lambda:InvokeFunction',
  functionName: stack.live.functionArn,
  principal: 'lexv2.amazonaws.com',
  sourceArn: botAliasArn(names),
});

// Makes the function available to contact flows, with the permission that Amazon Connect needs.
new CfnIntegrationAssociation(stack, 'ConnectAssociation', {
  instanceId: connectInstanceArn(names),
  integrationType: 'LAMBDA_FUNCTION',
  integrationArn: stack.live.functionArn,
});

app.synth();

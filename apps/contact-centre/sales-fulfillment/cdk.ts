import { join } from 'node:path';
import { allowBot, atlasApp, FunctionStack } from '@atlas-engine/constructs';

const app = atlasApp(join(import.meta.dirname, 'cdk.out'));

const stack = new FunctionStack(app, {
  service: 'SalesFulfillmentHandler',
  description: 'Answers SalesBot.',
  assetDirectory: join(import.meta.dirname, 'dist'),
  timeoutSeconds: 10,
  memoryMb: 256,
  policies: ['AtlasEngineLoggingPolicy'],
});
allowBot(stack, 'SalesBot', stack.live);

app.synth();

import { join } from 'node:path';
import { atlasApp, FunctionStack, resumeWorkflow, sendTo } from '@atlas-engine/constructs';

const app = atlasApp(join(import.meta.dirname, 'cdk.out'));
const { names } = app;

new FunctionStack(app, {
  service: 'InvokeOutboundCallHandler',
  description: 'Stores the task token and the call, then asks for it to be dialled.',
  assetDirectory: join(import.meta.dirname, 'dist'),
  timeoutSeconds: 30,
  memoryMb: 256,
  environment: ['DIAL_QUEUE_URL', 'ATLAS_CALLING_POLICY'],
  policies: ['AtlasEngineCorePolicy', 'AtlasEngineLoggingPolicy'],
  permissions: [sendTo(names.queues.dial), resumeWorkflow(names)],
});

app.synth();

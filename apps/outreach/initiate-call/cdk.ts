import { join } from 'node:path';
import { answerWorkflow, atlasApp, FunctionStack, placeCalls, sendTo } from '@atlas-engine/constructs';

const app = atlasApp(join(import.meta.dirname, 'cdk.out'));
const { names } = app;

new FunctionStack(app, {
  service: 'InitiateCallHandler',
  description: 'Decides at the moment of dialling, paces, and places exactly one call per attempt.',
  assetDirectory: join(import.meta.dirname, 'dist'),
  timeoutSeconds: 30,
  memoryMb: 256,
  environment: [
    'DIAL_QUEUE_URL',
    'ATLAS_CALLING_POLICY',
    'CONNECT_INSTANCE_ID',
    'CONNECT_FLOW_ID',
    'CONNECT_QUEUE_ID',
    'CONNECT_SOURCE_NUMBER',
    'CONNECT_TRAFFIC_TYPE',
    'PACING_CALLS_PER_SECOND',
    'PACING_BURST',
    'PACING_MAX_CONCURRENT_CALLS',
    'PACING_EXPECTED_CALL_SECONDS',
  ],
  policies: ['AtlasEngineCorePolicy', 'AtlasEngineLoggingPolicy'],
  permissions: [placeCalls(names), answerWorkflow(names), sendTo(names.queues.dial)],
  queue: { queue: names.queues.dial, batchSize: 10, windowSeconds: 1, maximumConcurrency: 2 },
  alarms: ['ConnectLines', 'DialRefusals'],
});

app.synth();

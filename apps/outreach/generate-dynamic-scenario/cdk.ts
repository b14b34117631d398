import { join } from 'node:path';
import { atlasApp, FunctionStack } from '@atlas-engine/constructs';

const app = atlasApp(join(import.meta.dirname, 'cdk.out'));

new FunctionStack(app, {
  service: 'GenerateDynamicScenarioHandler',
  description: 'Writes the scenario of a call with a language model, or from a template.',
  assetDirectory: join(import.meta.dirname, 'dist'),
  timeoutSeconds: 60,
  memoryMb: 256,
  environment: ['BEDROCK_MODEL_ID'],
  policies: ['AtlasEngineCorePolicy', 'AtlasEngineLoggingPolicy', 'ScopedBedrockInvokePolicy'],
  alarms: ['ScenarioFallbacks'],
});

app.synth();

import { join } from 'node:path';
import { atlasApp } from '@atlas-engine/constructs';
import { ObservabilityStack } from './src/observability-stack.ts';

const app = atlasApp(join(import.meta.dirname, 'cdk.out'));

new ObservabilityStack(app);

app.synth();

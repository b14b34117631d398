import { join } from 'node:path';
import { atlasApp } from '@atlas-engine/constructs';
import { OrchestrationStack } from './src/orchestration-stack.ts';

const app = atlasApp(join(import.meta.dirname, 'cdk.out'));

new OrchestrationStack(app);

app.synth();

import { join } from 'node:path';
import { atlasApp } from '@atlas-engine/constructs';
import { IdentityStack } from './src/identity-stack.ts';

const app = atlasApp(join(import.meta.dirname, 'cdk.out'));
new IdentityStack(app);
app.synth();

import { join } from 'node:path';
import { atlasApp } from '@atlas-engine/constructs';
import { ContactCentreStack } from './src/contact-centre-stack.ts';

const app = atlasApp(join(import.meta.dirname, 'cdk.out'));

new ContactCentreStack(app);

app.synth();

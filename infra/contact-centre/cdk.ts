import { join } from 'node:path';
import { atlasApp } from '@atlas-engine/constructs';
import { ContactCentreInstanceStack } from './src/instance-stack.ts';
import { ContactCentreStack } from './src/contact-centre-stack.ts';

const app = atlasApp(join(import.meta.dirname, 'cdk.out'));

const instance = new ContactCentreInstanceStack(app);
const contactCentre = new ContactCentreStack(app);
contactCentre.addStackDependency(instance);

app.synth();

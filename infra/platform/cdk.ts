import { join } from 'node:path';
import { atlasApp } from '@atlas-engine/constructs';
import { DataStack } from './src/data-stack.ts';
import { DeploymentAccessStack } from './src/deployment-access-stack.ts';
import { FoundationStack } from './src/foundation-stack.ts';
import { PoliciesStack } from './src/policies-stack.ts';

const app = atlasApp(join(import.meta.dirname, 'cdk.out'));

const foundation = new FoundationStack(app);
const data = new DataStack(app);
const policies = new PoliciesStack(app);
data.addStackDependency(foundation);
policies.addStackDependency(data);

const { githubRepository } = app.configuration;
if (githubRepository !== undefined) new DeploymentAccessStack(app, githubRepository);

app.synth();

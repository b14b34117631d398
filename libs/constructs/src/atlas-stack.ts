import type {
  AtlasNames,
  FunctionName,
  PlatformStack,
  SiteName,
  StageConfiguration,
} from '@atlas-engine/resource-names';
import { Stack } from 'aws-cdk-lib';
import type { AtlasApp } from './atlas-app.ts';

/** A stack with a computed name. It exports nothing and imports nothing: what it refers to, it knows by name. */
export class AtlasStack extends Stack {
  readonly names: AtlasNames;
  readonly configuration: StageConfiguration;

  constructor(app: AtlasApp, part: FunctionName | PlatformStack | SiteName, description: string) {
    const { names, configuration } = app;
    const { account, region, stage } = configuration;
    super(app, names.stackOf(part), {
      description,
      env: { account, region },
      tags: { project: 'atlas-engine', stage },
      terminationProtection: stage === 'prod',
    });
    this.names = names;
    this.configuration = configuration;
  }
}

import { rmSync } from 'node:fs';
import {
  type AtlasNames,
  atlasNames,
  configurationFromEnvironment,
  type StageConfiguration,
} from '@atlas-engine/resource-names';
import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { featureFlags } from './feature-flags.ts';

/** A CDK app for one stage. It carries what every stack needs: the stage's configuration and names. */
export class AtlasApp extends App {
  readonly configuration: StageConfiguration;
  readonly names: AtlasNames;

  constructor(outdir: string, configuration: StageConfiguration) {
    super({
      outdir,
      context: { ...featureFlags },
      analyticsReporting: false,
      treeMetadata: false,
      // It takes two seconds a stack: spent on what goes to AWS, and in tests.
      builtinCloudFormationValidation: configuration.stage !== 'local',
    });
    this.configuration = configuration;
    this.names = atlasNames(configuration);
    Validations.of(this).addPlugins(new AwsSolutionsChecks(this));
  }
}

/**
 * Begins a project's `cdk.ts`. The stage comes from `ATLAS_STAGE`, `local` when unset; a finding of cdk-nag
 * (AwsSolutions) fails the synthesis.
 *
 * @example
 * const app = atlasApp(join(import.meta.dirname, 'cdk.out'));
 * new FunctionStack(app, { … });
 * app.synth();
 * @throws StageConfigurationError when the stage's configuration is wrong
 */
export function atlasApp(
  outdir: string,
  configuration: StageConfiguration = configurationFromEnvironment(),
): AtlasApp {
  // Assets of earlier runs would stay, and be cached, forever.
  rmSync(outdir, { recursive: true, force: true });
  return new AtlasApp(outdir, configuration);
}

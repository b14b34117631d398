import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Stage, stageConfiguration, type StageConfiguration } from '@atlas-engine/resource-names';
import { type AtlasApp, atlasApp } from '../atlas-app.ts';

/** A resource as CloudFormation has it. */
export interface TemplateResource {
  readonly Type: string;
  readonly Properties: Readonly<Record<string, unknown>>;
  readonly DependsOn?: readonly string[];
  readonly DeletionPolicy?: string;
}

/** A synthesized template. */
export interface Template {
  readonly Resources: Readonly<Record<string, TemplateResource>>;
  readonly Outputs?: Readonly<Record<string, unknown>>;
}

/** An account that belongs to nobody: AWS's own example. */
export const exampleAccount = '123456789012';

/** The configuration of a stage in the example account. */
export const exampleConfiguration = (
  stage: Stage,
  overrides: Partial<StageConfiguration> = {},
): StageConfiguration => ({
  ...stageConfiguration(stage, stage === 'local' ? {} : { ATLAS_ACCOUNT: exampleAccount }),
  ...overrides,
});

/**
 * Synthesizes stacks in a folder of its own and gives their templates by stack name. `bundle` is a folder with a
 * handler, for stacks with functions.
 *
 * @throws when cdk-nag or CloudFormation's validator has a finding
 */
export function synthesize(
  configuration: StageConfiguration,
  build: (app: AtlasApp, bundle: string) => void,
): Readonly<Record<string, Template>> {
  const folder = mkdtempSync(join(tmpdir(), 'atlas-synth-'));
  try {
    const bundle = join(folder, 'dist');
    mkdirSync(bundle);
    writeFileSync(join(bundle, 'handler.mjs'), 'export const handler = async () => ({});\n');
    writeFileSync(join(bundle, 'handler.mjs.map'), '{}\n');
    const app = atlasApp(join(folder, 'cdk.out'), configuration);
    build(app, bundle);
    return Object.fromEntries(
      app
        .synth()
        .stacks.map(({ stackName, templateFullPath }) => [
          stackName,
          JSON.parse(readFileSync(templateFullPath, 'utf8')) as Template,
        ]),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The resources of one type. */
export const resourcesOf = (template: Template | undefined, type: string): TemplateResource[] =>
  Object.values(template?.Resources ?? {}).filter(({ Type }) => Type === type);

/** Every string in a value, keys excluded. */
export const stringsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
};

/** The names of the intrinsic functions in a value. */
export const intrinsicsIn = (value: unknown): string[] => {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => [
    ...(key.startsWith('Fn::') ? [key] : []),
    ...intrinsicsIn(each),
  ]);
};

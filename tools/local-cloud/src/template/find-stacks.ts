import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as z from 'zod';
import { TemplateError } from '@atlas-engine/cloudformation-double';

const manifestSchema = z.object({
  artifacts: z.record(
    z.string(),
    z.object({
      type: z.string(),
      /** `aws://account/region` */
      environment: z.string().optional(),
      properties: z
        .object({
          templateFile: z.string().optional(),
          stackName: z.string().optional(),
          terminationProtection: z.boolean().default(false),
          tags: z.record(z.string(), z.string()).default({}),
        })
        .prefault({}),
    }),
  ),
});
/** What tells a template from a file that is cut off or something else. */
const templateForm = z.object({ Resources: z.record(z.string(), z.unknown()) });
type Artifact = z.infer<typeof manifestSchema>['artifacts'][string];

/** A synthesized stack on disk. */
export interface SynthesizedStack {
  readonly name: string;
  /** The template's text. */
  readonly body: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly terminationProtection: boolean;
  /** The cloud assembly that holds the template and its assets. */
  readonly assembly: string;
}

/** What stacks must be synthesized for. */
export interface StackTarget {
  readonly stage: string;
  readonly region: string;
  readonly accountId: string;
}

const command = 'npx nx run-many -t build synth';

/**
 * Every stack that the workspace has synthesized: `infra/<project>/cdk.out`, then `apps/<area>/<app>/cdk.out`, because a
 * function cannot be made the consumer of a queue that is not there.
 *
 * @throws TemplateError when there is none, or one is for another stage, account or region
 */
export function findStacks(workspace: string, target: StackTarget): readonly SynthesizedStack[] {
  const manifests = ['infra/*', 'apps/*/*'].flatMap((projects) =>
    globSync(`${projects}/cdk.out/manifest.json`, { cwd: workspace }).toSorted(),
  );
  const stacks = manifests.flatMap((manifest) => readAssembly(dirname(join(workspace, manifest)), target));
  if (stacks.length === 0) throw new TemplateError(`No synthesized stacks found: run \`${command}\` first`);
  return stacks;
}

/** The stacks of one cloud assembly. @throws TemplateError when one is for another stage, account or region */
export function readAssembly(assembly: string, target: StackTarget): readonly SynthesizedStack[] {
  const manifest = read(join(assembly, 'manifest.json'), manifestSchema);
  return Object.entries(manifest.artifacts).flatMap(([id, artifact]) => {
    const { templateFile, stackName: name = id } = artifact.properties;
    if (artifact.type !== 'aws:cloudformation:stack' || templateFile === undefined) return [];
    checkTarget(name, artifact, target);
    const { tags, terminationProtection } = artifact.properties;
    const file = join(assembly, templateFile);
    read(file, templateForm);
    return [{ name, assembly, tags, terminationProtection, body: readFileSync(file, 'utf8') }];
  });
}

function checkTarget(name: string, artifact: Artifact, { stage, region, accountId }: StackTarget): void {
  const found = artifact.properties.tags['stage'];
  const again = `synthesize it again with \`ATLAS_STAGE=${stage} ${command}\``;
  if (found !== stage) {
    const what = found === undefined ? 'without a stage' : `for stage ${found}`;
    throw new TemplateError(`${name} is synthesized ${what}, the local cloud runs ${stage}: ${again}`);
  }
  const environment = `aws://${accountId}/${region}`;
  if (artifact.environment !== environment) {
    const what = artifact.environment ?? 'no account and region';
    throw new TemplateError(`${name} is synthesized for ${what}, not ${environment}: ${again}`);
  }
}

function read<Schema extends z.ZodType>(file: string, schema: Schema): z.infer<Schema> {
  const parsed = schema.safeParse(jsonIn(file));
  if (!parsed.success) throw new TemplateError(`${file}: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

function jsonIn(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new TemplateError(`${file}: cannot be read as JSON; run \`${command}\` again`, { cause: error });
  }
}

/** The folders of the zip assets in an assembly, by the keys that templates give (`<hash>.zip`). */
export function assetFolders(assembly: string): ReadonlyMap<string, string> {
  const folders = globSync('asset.*/', { cwd: assembly });
  return new Map(
    folders.map((folder) => [
      `${folder.replace(/^asset\./, '').replace(/\/$/, '')}.zip`,
      join(assembly, folder),
    ]),
  );
}

import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { GraphTemplate, ProjectStacks } from './critical-path.ts';

interface Manifest {
  readonly artifacts: Readonly<
    Record<string, { readonly type: string; readonly properties?: { readonly templateFile?: string } }>
  >;
}

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

/** The projects of a workspace that own stacks, as synthesized. */
export const readProjects = (workspace: string): readonly ProjectStacks[] =>
  globSync('{infra/*,apps/*/*}/cdk.ts', { cwd: workspace })
    .map((file) => join(workspace, dirname(file)))
    .filter((directory) => existsSync(join(directory, 'cdk.out/manifest.json')))
    .map(readProject);

function readProject(directory: string): ProjectStacks {
  const { nx } = readJson(join(directory, 'package.json')) as {
    nx: { name: string; tags: readonly string[] };
  };
  const output = join(directory, 'cdk.out');
  const { artifacts } = readJson(join(output, 'manifest.json')) as Manifest;
  const files = Object.values(artifacts)
    .filter(({ type }) => type === 'aws:cloudformation:stack')
    .flatMap(({ properties }) => properties?.templateFile ?? []);
  return {
    project: nx.name,
    layer: nx.tags.find((tag) => tag.startsWith('layer:'))?.slice('layer:'.length) ?? '',
    templates: files.map((file) => readJson(join(output, file)) as GraphTemplate),
  };
}

import { relative } from 'node:path';
import type { TargetConfiguration } from '@nx/devkit';
import { commandTarget } from './command-target.ts';
import { layers } from './layers.ts';

/** A project that owns a stack. */
export interface StackProject {
  readonly root: string;
  readonly tags: readonly string[];
  /** Whether the stack deploys a bundle that `build` makes. */
  readonly bundled: boolean;
}

/** `synth`, `deploy` and `diff` of a project that owns a stack. */
export const stackTargets = (project: StackProject): Record<string, TargetConfiguration> => ({
  synth: synth(project),
  deploy: deploy(project),
  diff: diff(project.root),
});

const synth = ({ root, bundled }: StackProject): TargetConfiguration => ({
  ...commandTarget(root, 'node cdk.ts'),
  cache: true,
  dependsOn: bundled ? ['build'] : [],
  inputs: [
    'production',
    '^production',
    { dependentTasksOutputFiles: '**/*' },
    { env: 'ATLAS_STAGE' },
    { env: 'ATLAS_ACCOUNT' },
    { env: 'ATLAS_REGION' },
    { env: 'ATLAS_TRAFFIC_SHIFT' },
    { env: 'ATLAS_GITHUB_REPOSITORY' },
    { externalDependencies: ['aws-cdk-lib', 'constructs', 'cdk-nag'] },
  ],
  outputs: ['{projectRoot}/cdk.out'],
});

const localCdk = 'tools/nx-plugin/src/deploy/local-cdk.ts';

/** Runs the CDK; in the configuration `local` so that it can reach nothing but the local cloud. */
const cdkTarget = (root: string, command: string): TargetConfiguration => ({
  ...commandTarget(root, `cdk ${command}`),
  configurations: { local: { command: `node ${relative(root, localCdk)} ${command}` } },
});

/** Never cached: a cached deploy would skip a rollback to an earlier commit. CDK itself judges "no changes". */
const deploy = ({ root, tags }: StackProject): TargetConfiguration => ({
  ...cdkTarget(
    root,
    'deploy --all --require-approval never --method=direct --progress events --app cdk.out --no-notices',
  ),
  cache: false,
  dependsOn: ['synth', ...earlierLayers(tags)],
});

const diff = (root: string): TargetConfiguration => ({
  ...cdkTarget(root, 'diff --app cdk.out --no-notices'),
  cache: false,
  dependsOn: ['synth'],
});

/** All earlier layers, not only the previous one: an edge through a task that was left out is lost. */
function earlierLayers(tags: readonly string[]) {
  const own = layers.findIndex((layer) => tags.includes(`layer:${layer}`));
  const projects = layers.slice(0, Math.max(own, 0)).map((layer) => `tag:layer:${layer}`);
  return projects.length > 0 ? [{ projects, target: 'deploy' }] : [];
}

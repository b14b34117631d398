import type { TargetConfiguration } from '@nx/devkit';
import { commandTarget } from './command-target.ts';
import { layers } from './layers.ts';

const inputs = [
  'default',
  '^production',
  '{workspaceRoot}/jest.preset.js',
  { env: 'ATLAS_PROPERTY_SEED' },
  { env: 'ATLAS_PROPERTY_RUNS' },
];

/** `test`: all `*.test.ts` that need nothing but the sources. Results go to `test-results/unit.json`. */
export const unitTestTarget = (root: string): TargetConfiguration => ({
  ...jest(root, 'unit'),
  cache: true,
  inputs: [...inputs, { externalDependencies: ['jest', '@swc/core', '@swc/jest', 'fast-check'] }],
  outputs: ['{projectRoot}/test-results/unit.json'],
});

/**
 * `integ`: all `*.integ.test.ts`, which see the system as it would be deployed: every bundle and template is made
 * first. They run alone, because a cloud of processes and its clock want the machine for themselves.
 */
export const integrationTestTarget = (root: string): TargetConfiguration => ({
  ...jest(root, 'integ'),
  cache: true,
  parallelism: false,
  dependsOn: [{ projects: layers.map((layer) => `tag:layer:${layer}`), target: 'synth' }],
  inputs: [...inputs, '{workspaceRoot}/samples/**/*', { dependentTasksOutputFiles: '**/*' }],
  outputs: ['{projectRoot}/test-results/integ.json'],
});

function jest(root: string, kind: 'unit' | 'integ'): TargetConfiguration {
  const command = `jest --ci --json --outputFile=test-results/${kind}.json`;
  // Jest does not make the folder, and runs all tests before it notices.
  const target = commandTarget(
    root,
    `mkdir -p test-results && ${command}${kind === 'integ' ? ' --runInBand' : ''}`,
  );
  // Set for both, so that a variable of the caller's shell can not change which tests a cached result is of.
  return {
    ...target,
    options: { ...target.options, env: { ATLAS_INTEGRATION: kind === 'integ' ? '1' : '' } },
  };
}

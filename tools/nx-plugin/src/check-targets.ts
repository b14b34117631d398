import { relative } from 'node:path';
import type { TargetConfiguration } from '@nx/devkit';
import { commandTarget } from './command-target.ts';

const dependencyCheck = 'tools/nx-plugin/src/dependencies/main.ts';

/** `typecheck`: the compiler sees the sources of the project and of all it depends on. */
export const typecheckTarget = (root: string): TargetConfiguration => ({
  ...commandTarget(root, 'tsc -p tsconfig.json'),
  cache: true,
  inputs: ['default', '^production', { externalDependencies: ['typescript', '@types/node', '@types/jest'] }],
});

/** `lint`: ESLint with types and module boundaries, then the comparison of imports with `package.json`. */
export const lintTarget = (root: string): TargetConfiguration => ({
  ...commandTarget(root, 'eslint .', `node ${relative(root, dependencyCheck)}`),
  cache: true,
  inputs: [
    'default',
    '^production',
    '{workspaceRoot}/eslint.config.mjs',
    '{workspaceRoot}/eslint.boundaries.mjs',
    '{workspaceRoot}/package.json',
    {
      externalDependencies: [
        '@eslint/js',
        '@nx/eslint-plugin',
        'eslint',
        'eslint-config-prettier',
        'typescript',
        'typescript-eslint',
      ],
    },
  ],
});

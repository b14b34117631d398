import type { TargetConfiguration } from '@nx/devkit';
import { commandTarget } from './command-target.ts';

/** The pages of a project as they are hosted, made by Vite in `dist/`. */
export const pageTarget = (root: string): TargetConfiguration => ({
  ...commandTarget(root, 'vite build'),
  cache: true,
  inputs: ['bundle', '^production', { externalDependencies: ['vite'] }],
  outputs: ['{projectRoot}/dist'],
});

/** The pages of a project for a developer, until Ctrl-C; a saved file shows at once. */
export const serveTarget = (root: string): TargetConfiguration => ({
  ...commandTarget(root, 'vite'),
  continuous: true,
  cache: false,
});

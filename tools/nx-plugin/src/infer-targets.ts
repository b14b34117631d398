import type { TargetConfiguration } from '@nx/devkit';
import { bundleTarget } from './bundle-target.ts';
import { lintTarget, typecheckTarget } from './check-targets.ts';
import { stackTargets } from './stack-targets.ts';
import { integrationTestTarget, unitTestTarget } from './test-targets.ts';
import { pageTarget, serveTarget } from './page-targets.ts';

/** What the plugin knows of a project: its folder, the files in it (relative), its tags. */
export interface ProjectFiles {
  readonly root: string;
  readonly files: readonly string[];
  readonly tags: readonly string[];
}

/**
 * Every target that the files of a project call for, so that no project needs a `project.json`.
 *
 * | file                                    | targets                   |
 * |-----------------------------------------|---------------------------|
 * | `tsconfig.json`                         | `typecheck`, `lint`       |
 * | `jest.config.cjs` and a `*.test.ts`     | `test`                    |
 * | `jest.config.cjs`, a `*.integ.test.ts`  | `integ`                   |
 * | `src/handler.ts`                        | `build` (one bundle)      |
 * | `vite.config.ts`                        | `build` (pages), `serve`  |
 * | `cdk.ts`                                | `synth`, `deploy`, `diff` |
 */
export function inferTargets({ root, files, tags }: ProjectFiles): Record<string, TargetConfiguration> {
  const has = (name: string) => files.includes(name);
  const hasTest = (isOne: (file: string) => boolean) => has('jest.config.cjs') && files.some(isOne);
  const isFunction = has('src/handler.ts');
  const isPage = has('vite.config.ts');
  return {
    ...(has('tsconfig.json') && { typecheck: typecheckTarget(root), lint: lintTarget(root) }),
    ...(hasTest(isUnitTest) && { test: unitTestTarget(root) }),
    ...(hasTest(isIntegrationTest) && { integ: integrationTestTarget(root) }),
    ...(isFunction && { build: bundleTarget(root) }),
    ...(isPage && { build: pageTarget(root), serve: serveTarget(root) }),
    ...(has('cdk.ts') && stackTargets({ root, tags, bundled: isFunction || isPage })),
  };
}

const isIntegrationTest = (file: string) => file.endsWith('.integ.test.ts');
const isUnitTest = (file: string) => /\.test\.tsx?$/.test(file) && !isIntegrationTest(file);

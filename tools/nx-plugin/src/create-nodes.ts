import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createNodesFromFiles, type CreateNodes } from '@nx/devkit';
import { inferTargets } from './infer-targets.ts';

const projectFiles = '{apps/*/*,libs/*,infra/*,tools/*}/package.json';

/** Gives Nx every project of the workspace, named as its package without the scope, with the targets its files call for. */
export const createNodes: CreateNodes = [
  projectFiles,
  (files, options, context) =>
    createNodesFromFiles((file) => describeProject(file, context.workspaceRoot), files, options, context),
];

/** The Nx project of one `package.json` (path relative to the workspace). */
export function describeProject(packageFile: string, workspaceRoot: string) {
  const root = dirname(packageFile);
  const manifest = JSON.parse(readFileSync(join(workspaceRoot, packageFile), 'utf8')) as Manifest;
  const files = listFiles(join(workspaceRoot, root));
  const targets = inferTargets({ root, files, tags: manifest.nx?.tags ?? [] });
  return { projects: { [root]: { name: manifest.name.replace('@atlas-engine/', ''), root, targets } } };
}

interface Manifest {
  readonly name: string;
  readonly nx?: { readonly tags?: readonly string[] };
}

const generated = new Set(['node_modules', 'dist', 'cdk.out', 'coverage', 'test-results']);

function listFiles(directory: string, prefix = ''): string[] {
  return readdirSync(join(directory, prefix), { withFileTypes: true }).flatMap((entry) => {
    const path = join(prefix, entry.name);
    if (!entry.isDirectory()) return [path];
    return generated.has(entry.name) ? [] : listFiles(directory, path);
  });
}

import { existsSync, globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Manifest, ProjectSources } from './check-dependencies.ts';

const generated = /(^|\/)(node_modules|dist|cdk\.out|coverage|test-results)$/;

/** Reads from disk what {@link checkDependencies} compares. Folders are absolute. */
export function readProject(project: string, workspace: string): ProjectSources {
  const root = readManifest(join(workspace, 'package.json'));
  const requireFrom = createRequire(join(project, 'package.json'));
  return {
    manifest: readManifest(join(project, 'package.json')),
    files: globSync('**/*.{ts,tsx,js,mjs,cjs}', {
      cwd: project,
      exclude: (path) => generated.test(path),
    }).map((path) => ({
      path,
      text: readFileSync(join(project, path), 'utf8'),
    })),
    shared: new Set(Object.keys(root.devDependencies ?? {})),
    peersOf: (name) => peerDependencies(name, requireFrom),
  };
}

interface InstalledManifest extends Manifest {
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

const readManifest = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as InstalledManifest;

function peerDependencies(name: string, { resolve }: NodeJS.Require): string[] {
  const file = (resolve.paths(name) ?? []).map((path) => join(path, name, 'package.json')).find(existsSync);
  return file === undefined ? [] : Object.keys(readManifest(file).peerDependencies ?? {});
}

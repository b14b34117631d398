import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readlinkSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { BenchmarkError } from '../benchmark.ts';

/** Runs a program and gives what it printed. @throws BenchmarkError when it fails */
export function runProgram(
  directory: string,
  [program, ...args]: readonly [string, ...string[]],
  env: Readonly<Record<string, string>> = {},
): string {
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd: directory,
    encoding: 'utf8',
    env: { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false', ...env },
    maxBuffer: 1e9,
  });
  if (status === 0) return stdout;
  const last = `${stdout}\n${stderr}`.trim().split('\n').slice(-15).join('\n');
  throw new BenchmarkError(`${program} ${args.slice(0, 6).join(' ')} failed:\n${last}`);
}

/** Copies the last commit to a directory of its own, with the packages that are installed here. */
export function copyWorkspace(workspace: string, copy: string): void {
  const commit = runProgram(workspace, ['git', 'rev-parse', 'HEAD']).trim();
  runProgram(workspace, ['git', 'clone', '--quiet', '--shared', '--no-checkout', workspace, copy]);
  runProgram(copy, ['git', 'checkout', '--quiet', '-B', 'benchmark', commit]);
  linkPackages(join(workspace, 'node_modules'), join(copy, 'node_modules'));
  for (const folder of ['apps/outreach', 'apps/contact-centre', 'libs', 'infra', 'tools']) {
    linkNested(workspace, copy, folder);
  }
}

/** Outside packages are linked; the workspace's own are links within the workspace, and are made anew. */
function linkPackages(from: string, to: string): void {
  linkAll(from, to, (name) => name !== own && !name.startsWith('.package-lock'));
  mkdirSync(join(to, own), { recursive: true });
  for (const name of readdirSync(join(from, own))) {
    symlinkSync(readlinkSync(join(from, own, name)), join(to, own, name));
  }
}

const own = '@atlas-engine';

/** Links what a folder holds, not the folder itself: git would take a linked `node_modules` for a file. */
function linkAll(from: string, to: string, isWanted: (name: string) => boolean): void {
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from).filter(isWanted)) symlinkSync(join(from, name), join(to, name));
}

/** Some packages have versions of their own. */
function linkNested(workspace: string, copy: string, folder: string): void {
  const parent = join(workspace, folder);
  if (!existsSync(parent)) return;
  for (const name of readdirSync(parent)) {
    const nested = join(parent, name, 'node_modules');
    if (existsSync(nested)) linkAll(nested, join(copy, folder, name, 'node_modules'), () => true);
  }
}

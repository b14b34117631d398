import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { BenchmarkError, type Surroundings } from './benchmark.ts';

/**
 * Builds and synthesizes what is stale, which Nx knows.
 *
 * @param projects all of the workspace, or some by name
 * @throws BenchmarkError when that fails
 */
export function buildFunctions({ workspace, note }: Surroundings, projects: 'all' | readonly string[]): void {
  note('Building what is stale');
  const nx = join(workspace, 'node_modules/.bin/nx');
  const some = projects === 'all' ? [] : ['-p', projects.join(',')];
  const args = [nx, 'run-many', '-t', 'build', 'synth', ...some, '--outputStyle=static'];
  const { status, stdout } = spawnSync(process.execPath, args, { cwd: workspace, encoding: 'utf8' });
  if (status !== 0) throw new BenchmarkError(`The functions cannot be built:\n${stdout}`);
}

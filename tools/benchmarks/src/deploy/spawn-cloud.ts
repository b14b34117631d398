import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { findRunningCloud } from '@atlas-engine/local-cloud';
import { BenchmarkError } from '../benchmark.ts';

const startWithinMs = 60_000;

/** A local cloud without stacks, in a process of its own, run from a copy of the workspace. */
export async function spawnEmptyCloud(
  copy: string,
  state: string,
): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> {
  const program = join(copy, 'tools/local-cloud/src/main.ts');
  const child = spawn(process.execPath, [program, '--port', '0', '--empty', '--state', state], {
    cwd: copy,
    stdio: 'ignore',
  });
  const stop = async () => {
    const exited = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : undefined;
    child.kill('SIGINT');
    await exited;
  };
  const until = performance.now() + startWithinMs;
  while (performance.now() < until && child.exitCode === null) {
    const running = await findRunningCloud(state);
    if (running !== undefined) return { url: running.url, stop };
    await pause(100);
  }
  await stop();
  throw new BenchmarkError('The local cloud did not start.');
}

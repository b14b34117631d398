import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { OutreachReport } from '@atlas-engine/outreach-cli';
import { BenchmarkError } from '../benchmark.ts';

export interface OutreachRunOptions {
  readonly workspace: string;
  /** Ends a run that hangs. */
  readonly limitSeconds: number;
  readonly signal: AbortSignal;
}

/** Runs `npm run outreach` at the clock's fastest. @throws BenchmarkError when it ends without a report */
export async function runOutreach(
  args: readonly string[],
  { workspace, limitSeconds, signal }: OutreachRunOptions,
): Promise<OutreachReport> {
  const program = join(workspace, 'tools/outreach-cli/src/main.ts');
  const child = spawn(process.execPath, [program, ...args, '--json', '--speed', 'max'], {
    cwd: workspace,
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: limitSeconds * 1000,
  });
  const stop = () => child.kill();
  signal.addEventListener('abort', stop, { once: true });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  const [output, notes, status] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  signal.removeEventListener('abort', stop);
  const line = output.trim();
  if (!line.startsWith('{')) {
    const last = notes.trim().split('\n').slice(-3).join('\n');
    throw new BenchmarkError(`The run ended with status ${String(status)} and no report:\n${last}`);
  }
  return JSON.parse(line) as OutreachReport;
}

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { OutreachReport } from '@atlas-engine/outreach-cli';
import { BenchmarkError } from '../benchmark.ts';
import { leadFile } from './lead-file.ts';
import { runFigures, type RunFigures } from './run-figures.ts';
import { watchMemory } from './sample-memory.ts';

export interface RunOptions {
  readonly workspace: string;
  /** Ends a run that hangs. */
  readonly limitSeconds: number;
  readonly signal: AbortSignal;
}

/**
 * Carries made-up leads through the whole loop, in a local cloud of their own with the clock at its fastest.
 *
 * @throws BenchmarkError unless all of them reach their end in time
 */
export async function runLeads(leads: number, options: RunOptions): Promise<RunFigures> {
  const directory = mkdtempSync(join(tmpdir(), 'atlas-bench-workflow-'));
  try {
    const file = join(directory, 'benchmark.csv');
    const state = join(directory, 'state');
    writeFileSync(file, leadFile(leads, Date.now()));
    const memory = watchMemory(state);
    try {
      const report = await outreach([file, '--state', state], options);
      return runFigures(leads, report, await memory.stop());
    } finally {
      await memory.stop();
    }
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

async function outreach(
  args: readonly string[],
  { workspace, limitSeconds, signal }: RunOptions,
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

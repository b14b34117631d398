import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { leadFile } from './lead-file.ts';
import { runFigures, type RunFigures } from './run-figures.ts';
import { runOutreach, type OutreachRunOptions } from './run-outreach.ts';
import { watchMemory } from './sample-memory.ts';

/**
 * Carries made-up leads through the whole loop, in a local cloud of their own with the clock at its fastest.
 *
 * @throws BenchmarkError unless all of them reach their end in time
 */
export async function runLeads(leads: number, options: OutreachRunOptions): Promise<RunFigures> {
  const directory = mkdtempSync(join(tmpdir(), 'atlas-bench-workflow-'));
  try {
    const file = join(directory, 'benchmark.csv');
    const state = join(directory, 'state');
    writeFileSync(file, leadFile(leads, Date.now()));
    const memory = watchMemory(state);
    try {
      const report = await runOutreach([file, '--state', state], options);
      return runFigures(leads, report, await memory.stop());
    } finally {
      await memory.stop();
    }
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

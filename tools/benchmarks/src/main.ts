import { resolve } from 'node:path';
import { UsageError } from '@atlas-engine/command-line';
import { BenchmarkError } from './benchmark.ts';
import { benchmarks } from './benchmarks.ts';
import { readCommandLine } from './command-line.ts';

const workspace = resolve(import.meta.dirname, '../../..');
const out = (text: string) => process.stdout.write(`${text}\n`);
const note = (text: string) => process.stderr.write(`${text}\n`);
const interrupted = new AbortController();
process.once('SIGINT', () => interrupted.abort());
process.once('SIGTERM', () => interrupted.abort());

async function main(argv: readonly string[]): Promise<number> {
  const asked = readCommandLine(argv, benchmarks);
  if (asked.kind === 'help') {
    out(asked.text.trimEnd());
    return 0;
  }
  const { benchmark, values, json } = asked.request;
  const { figures, table, overBudget } = await benchmark.run(values, {
    workspace,
    note,
    signal: interrupted.signal,
  });
  out(json ? JSON.stringify(figures) : table);
  overBudget.forEach(note);
  return overBudget.length > 0 ? 1 : 0;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UsageError || error instanceof BenchmarkError)) throw error;
  note(error.message);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}

import { resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { operations } from './operations.ts';
import { run } from './run.ts';

/** Nobody is asked who cannot answer. */
async function ask(question: string): Promise<string | undefined> {
  if (!process.stdin.isTTY) return undefined;
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await terminal.question(question);
  } finally {
    terminal.close();
  }
}

process.exitCode = await run(process.argv.slice(2), operations, {
  workspace: resolve(import.meta.dirname, '../../..'),
  environment: process.env,
  out: (text) => process.stdout.write(`${text}\n`),
  note: (text) => process.stderr.write(`${text}\n`),
  ask,
});

import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ensureChromium } from './ensure-chromium.ts';
import { forgetResults, readResults } from './read-results.ts';
import { runCommand } from './run-command.ts';
import { type NxOptions, runNx } from './run-nx.ts';
import type { StageName } from './stage-names.ts';
import { failed, passed, sum, type Tally } from './tally.ts';
import { thisMachine } from './this-machine.ts';
import { tallyChecks, tallyTests } from './tally-tasks.ts';

/** Does what a stage is for and counts. */
export type RunStage = (name: StageName, options: NxOptions) => Promise<Tally>;

/** Runs a stage for real. */
export const runStage: RunStage = (name, options) => stages[name](options);

const stages: Readonly<Record<StageName, (options: NxOptions) => Promise<Tally>>> = {
  format: checkFormat,
  lint: async (options) => tallyChecks('lint', await runNx('lint', options)),
  typecheck: async (options) => tallyChecks('typecheck', await runNx('typecheck', options)),
  test: (options) => runTests('test', 'unit', options),
  integ: runIntegrationTests,
};

async function checkFormat({ workspace }: NxOptions): Promise<Tally> {
  const prettier = createRequire(join(workspace, 'package.json')).resolve('prettier/bin/prettier.cjs');
  const { exitCode, output } = await runCommand([prettier, '--check', '.'], { workspace });
  return exitCode === 0 ? passed : failed('format', 'files are not formatted: run `npm run format`', output);
}

async function runIntegrationTests(options: NxOptions): Promise<Tally> {
  const browser = await ensureChromium(thisMachine(options.print));
  return sum([browser, await runTests('integ', 'integ', options)]);
}

async function runTests(target: string, kind: string, options: NxOptions): Promise<Tally> {
  forgetResults(options.workspace, kind);
  const run = await runNx(target, options);
  return tallyTests(target, run, readResults(options.workspace, kind));
}

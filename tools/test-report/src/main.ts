import { join } from 'node:path';
import { parseOptions, usage, UsageError } from './options.ts';
import { runChecks } from './run-checks.ts';
import { runStage } from './stages.ts';

const workspace = join(import.meta.dirname, '../../..');

async function main(argv: readonly string[]): Promise<number> {
  const options = parseOptions(argv);
  if (options.help) {
    console.log(usage);
    return 0;
  }
  const { failures } = await runChecks(options, { workspace, runStage, print: (line) => console.log(line) });
  return failures.length > 0 ? 1 : 0;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}

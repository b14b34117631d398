import { join, resolve } from 'node:path';
import { TemplateError } from '@atlas-engine/cloudformation-double';
import { printBanner } from './banner.ts';
import { help, readCommandLine } from './command-line.ts';
import type { LocalCloud } from './local-cloud.ts';
import { OptionError } from './option-error.ts';
import { startLocalCloud } from './start-local-cloud.ts';
import { StateInUseError } from './state-directory.ts';

const workspace = resolve(import.meta.dirname, '../../..');

async function main(): Promise<void> {
  const startedAt = performance.now();
  const command = readCommandLine(process.argv.slice(2), { state: join(workspace, '.atlas/local') });
  if (command.kind === 'help') {
    process.stdout.write(help);
    return;
  }
  const cloud = await startLocalCloud({
    ...command.options,
    workspace,
    ...(command.verbose
      ? { observe: (report) => console.log(`${report.service} ${report.operation} ${report.status}`) }
      : {}),
  });
  const stopped = untilStopped(cloud);
  printBanner(await cloud.describe(), {
    elapsedMs: performance.now() - startedAt,
    stateDirectory: command.options.stateDirectory,
  });
  await stopped;
}

/** Closes at the first signal; a second one ends the process as it is. */
function untilStopped(cloud: LocalCloud): Promise<void> {
  return new Promise((finish, fail) => {
    const stop = () => {
      process.off('SIGINT', stop).off('SIGTERM', stop);
      cloud.close().then(finish, fail);
    };
    process.on('SIGINT', stop).on('SIGTERM', stop);
  });
}

try {
  await main();
} catch (error) {
  const expected = [TemplateError, StateInUseError, OptionError].some((type) => error instanceof type);
  console.error(expected ? (error as Error).message : error);
  process.exitCode = 1;
}

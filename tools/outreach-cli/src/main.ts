import { resolve } from 'node:path';
import { openCloud } from './cloud/open-cloud.ts';
import { explainFailure } from './explain-failure.ts';
import { abortOnSignal } from './interruption.ts';
import { readCommandLine } from './options.ts';
import { outreach } from './outreach.ts';
import { createProgress } from './progress.ts';

const signal = abortOnSignal();
const { file, options } = readCommandLine(process.argv.slice(2));

try {
  process.exitCode = await outreach(file, options, {
    out: (text) => process.stdout.write(`${text}\n`),
    note: (text) => process.stderr.write(`${text}\n`),
    progress: createProgress(process.stderr),
    signal,
    workspace: resolve(import.meta.dirname, '../../..'),
    openCloud,
  });
} catch (error) {
  const { text, status } = explainFailure(error, options.stage);
  process.stderr.write(`${text}\n`);
  process.exit(status);
}

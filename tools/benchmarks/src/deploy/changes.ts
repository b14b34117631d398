import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BenchmarkError } from '../benchmark.ts';

/** A change as a developer makes it: one line of one file. */
export interface Change {
  readonly change: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/** Each of another kind, by how far it reaches. */
export const changes: readonly Change[] = [
  {
    change: 'one function',
    file: 'apps/outreach/create-lead/src/handler.ts',
    from: 'export const handler =',
    to: "export const changed = 'by the benchmark';\n\nexport const handler =",
  },
  {
    change: 'one lib',
    file: 'libs/salesforce-client/src/credentials.ts',
    from: "'must not be empty'",
    to: "'must have a value'",
  },
  {
    change: 'the platform',
    file: 'infra/platform/src/queues.ts',
    from: 'Duration.seconds(180)',
    to: 'Duration.seconds(181)',
  },
  { change: 'the docs', file: 'README.md', from: '# Atlas Engine', to: '# Atlas Engine, changed' },
];

/** Makes a change in a copy of the workspace. @throws BenchmarkError when the file does not have the text any more */
export function makeChange(copy: string, { file, from, to }: Change): void {
  const path = join(copy, file);
  const text = readFileSync(path, 'utf8');
  if (!text.includes(from))
    throw new BenchmarkError(`${file} does not contain "${from}" any more: mend src/deploy/changes.ts`);
  writeFileSync(path, text.replace(from, to));
}

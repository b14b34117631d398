import { existsSync, globSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { jestResultsSchema } from './jest-results.ts';
import type { ReadResults } from './tally-tasks.ts';

/** Reads `test-results/<kind>.json` of a task's project. */
export const readResults =
  (workspace: string, kind: string): ReadResults =>
  ({ root }) => {
    const file = join(workspace, root, 'test-results', `${kind}.json`);
    return existsSync(file) ? parse(readFileSync(file, 'utf8'), file) : undefined;
  };

/** Removes the results of earlier runs: what is there after a run is of that run, or restored by it from the cache. */
export function forgetResults(workspace: string, kind: string): void {
  const files = globSync(`{apps/*/*,libs/*,infra/*,tools/*}/test-results/${kind}.json`, { cwd: workspace });
  for (const file of files) rmSync(join(workspace, file));
}

function parse(text: string, file: string) {
  try {
    return jestResultsSchema.parse(JSON.parse(text));
  } catch (error) {
    return `left results that can not be read (${file}): ${String(error)}`;
  }
}

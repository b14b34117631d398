import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { failed, ok, warning } from '../report/finding.ts';
import type { Check } from '../report/check.ts';

const manifestSchema = z.object({
  version: z.string().optional(),
  devDependencies: z.record(z.string(), z.string()).optional(),
});

/** Tools of the workspace, by package. */
const packages = { Nx: 'nx', 'CDK CLI': 'aws-cdk' } as const;

/** The major version of Node that the functions run on. */
const nodeMajor = 24;

/**
 * Node, Nx and the CDK CLI in the versions that the workspace was made with.
 *
 * @param nodeVersion e.g. `v24.21.0`
 */
export const toolChecks = (workspace: string, nodeVersion: string): readonly Check[] => [
  {
    name: 'Node',
    run: () =>
      nodeVersion.startsWith(`v${String(nodeMajor)}.`)
        ? ok(nodeVersion)
        : warning(
            `${nodeVersion}, where the functions run on ${String(nodeMajor)}`,
            `run it through npm, which brings Node ${String(nodeMajor)}: \`npm run validate\``,
          ),
  },
  ...Object.entries(packages).map(([name, packageName]) => ({
    name,
    run: () => checkPackage(workspace, packageName),
  })),
];

async function checkPackage(workspace: string, name: string) {
  const [root, installed] = await Promise.all([
    manifestOf(workspace),
    manifestOf(join(workspace, 'node_modules', name)),
  ]);
  const wanted = root?.devDependencies?.[name];
  const version = installed?.version;
  if (version === undefined) return failed('is not installed', 'run `npm ci`');
  return version === wanted
    ? ok(version)
    : failed(`${version} is installed, ${String(wanted)} is wanted`, 'run `npm ci`');
}

async function manifestOf(directory: string) {
  try {
    return manifestSchema.parse(JSON.parse(await readFile(join(directory, 'package.json'), 'utf8')));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

import { parseArgs } from 'node:util';
import { DeployError } from './deploy-error.ts';

/** What `npm run deploy` is asked for. */
export interface DeployRequest {
  readonly stage: string;
  readonly all: boolean;
  /** Options for Nx, after `--`. */
  readonly nxOptions: readonly string[];
}

/** Reads the arguments of `npm run deploy`. @throws DeployError */
export function readRequest(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): DeployRequest {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { stage: { type: 'string' }, all: { type: 'boolean' } },
      allowPositionals: true,
    });
    const stage = values.stage ?? env['ATLAS_STAGE'] ?? 'local';
    return { stage, all: values.all ?? false, nxOptions: positionals };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new DeployError(`${why}\nUse: npm run deploy -- [--stage STAGE] [--all] [-- options for Nx]`, {
      cause: error,
    });
  }
}

/**
 * The arguments of Nx: everything, or what has changed since a commit. Without the flag, Nx would also deploy what a
 * changed project comes after; with it, the order among those that are deployed stays.
 */
export function nxArguments(
  { stage, nxOptions }: DeployRequest,
  base: string | undefined,
): readonly string[] {
  const targets = ['-t', 'build', 'synth', 'deploy'];
  const chosen =
    base === undefined
      ? ['run-many', ...targets]
      : ['affected', ...targets, '--exclude-task-dependencies', `--base=${base}`];
  return [...chosen, ...(stage === 'local' ? ['--configuration=local'] : []), ...nxOptions];
}

/** The name of the SSM parameter with the commit that a stage was last deployed from. */
export const deployedCommitParameter = (stage: string): string => `/atlas-engine/${stage}/deployed-commit`;

import { parseArgs } from 'node:util';
import { type StageName, stageNames } from './stage-names.ts';

export interface Options {
  readonly affected: boolean;
  readonly skip: readonly StageName[];
  readonly help: boolean;
}

export const usage = `npm test -- [options]

  --affected     only projects that changed since the base branch (NX_BASE, else main), and their dependents
  --skip NAMES   leave stages out, separated by commas: ${stageNames.join(', ')}
  --help         print this
`;

/** The command line can not be understood; the message says what is allowed. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** @throws UsageError */
export function parseOptions(argv: readonly string[]): Options {
  const { affected, skip, help } = parse(argv);
  const names = (skip ?? '').split(',').filter((name) => name !== '');
  const unknown = names.find((name) => !isStageName(name));
  if (unknown !== undefined) {
    throw new UsageError(`--skip does not know '${unknown}'; it knows ${stageNames.join(', ')}.`);
  }
  return { affected: affected ?? false, help: help ?? false, skip: names.filter(isStageName) };
}

const isStageName = (name: string): name is StageName => stageNames.some((it) => it === name);

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      options: { affected: { type: 'boolean' }, skip: { type: 'string' }, help: { type: 'boolean' } },
    }).values;
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`, {
      cause: error,
    });
  }
}

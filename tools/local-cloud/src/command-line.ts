import { parseArgs } from 'node:util';
import { faultOptions } from './fault-options.ts';
import { OptionError } from './option-error.ts';
import type { LocalCloudOptions } from './local-cloud.ts';

/** What the command line asks for. */
export type Command =
  | { readonly kind: 'help' }
  | {
      readonly kind: 'start';
      readonly verbose: boolean;
      readonly options: Omit<LocalCloudOptions, 'workspace' | 'observe'>;
    };

/** The text of `--help`. */
export const help = `npm start -- [options]

  --port N          port on 127.0.0.1; 0 for any free one          (4566)
  --speed N|max     how fast time runs while everything waits      (1)
  --fresh           forget what earlier starts left
  --empty           without stacks, for a first deployment with the CDK
  --state DIR       where state lies                               (.atlas/local)
  --faults RATE     share of calls that fail, 0 to 1               (0)
  --duplicates RATE share of messages delivered twice              (0)
  --seed TEXT       seed of the faults; the same seed, the same faults
  --verbose         a line for every call
`;

/** Reads the arguments of `npm start`. @throws OptionError naming the option and what is allowed */
export function readCommandLine(args: readonly string[], byDefault: { readonly state: string }): Command {
  const values = parse(args);
  if (values.help === true) return { kind: 'help' };
  const faults = faultOptions(values);
  return {
    kind: 'start',
    verbose: values.verbose ?? false,
    options: {
      stateDirectory: values.state ?? byDefault.state,
      ...beginningOf(values),
      port: portOf(values.port ?? '4566'),
      speed: speedOf(values.speed ?? '1'),
      ...(faults === undefined ? {} : { faults }),
    },
  };
}

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;

function parse(args: readonly string[]) {
  try {
    const options = {
      ...{ port: text, speed: text, state: text, faults: text, duplicates: text, seed: text },
      ...{ fresh: flag, empty: flag, verbose: flag, help: flag },
    };
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    // Node names the option and what is wrong with it.
    throw new OptionError(`${error instanceof Error ? error.message : String(error)} (see --help)`, {
      cause: error,
    });
  }
}

/** What a start begins with. */
const beginningOf = ({ fresh = false, empty = false }: { fresh?: boolean; empty?: boolean }) => ({
  fresh,
  empty,
});

function portOf(value: string): number {
  const port = Number(value);
  if (/^\d+$/.test(value) && port <= 65_535) return port;
  throw new OptionError(`--port: must be a whole number from 0 to 65535, was ${JSON.stringify(value)}`);
}

function speedOf(value: string): number {
  if (value === 'max') return Infinity;
  const speed = Number(value);
  if (speed > 0 && speed < Infinity) return speed;
  throw new OptionError(`--speed: must be a number above 0, or max, was ${JSON.stringify(value)}`);
}

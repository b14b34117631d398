import { type CommandLine, parseCommands } from '@atlas-engine/command-line';
import type { Benchmark, BenchmarkOption, Values } from './benchmark.ts';

/** A benchmark that is asked for. */
export interface Request {
  readonly benchmark: Benchmark;
  readonly values: Values;
  readonly json: boolean;
}

/** @throws UsageError when the benchmark or an option is not known */
export const readCommandLine = (
  argv: readonly string[],
  benchmarks: readonly Benchmark[],
): CommandLine<Request> =>
  parseCommands(argv, {
    name: 'npm run bench --',
    about: 'Measures, and prints the figures.',
    commands: benchmarks.map((benchmark) => ({
      name: benchmark.name,
      about: benchmark.about,
      declare: (command) => {
        for (const option of benchmark.options) command.option(...optionOf(option));
        command.option('--json', 'print the figures as one JSON object', false);
      },
      request: ({ json, ...values }: Values & { json: boolean }) => ({ benchmark, values, json }),
    })),
  });

const optionOf = ({ name, value, about, fallback }: BenchmarkOption): [string, string, string] => [
  `--${name} <${value}>`,
  about,
  fallback,
];

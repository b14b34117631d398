import { Command, CommanderError } from 'commander';
import { UsageError, type Benchmark, type BenchmarkOption, type Values } from './benchmark.ts';

/** What the command line asks for: a benchmark, or a text about what there is. */
export type Request =
  | {
      readonly kind: 'run';
      readonly benchmark: Benchmark;
      readonly values: Values;
      readonly json: boolean;
    }
  | { readonly kind: 'help'; readonly text: string };

/** @throws UsageError when the benchmark or an option is not known */
export function readCommandLine(argv: readonly string[], benchmarks: readonly Benchmark[]): Request {
  let request: Request | undefined;
  const written: string[] = [];
  const quiet = (command: Command): Command =>
    command.exitOverride().configureOutput({
      writeOut: (text) => written.push(text),
      writeErr: () => undefined,
    });
  const program = quiet(new Command('npm run bench --').description('Measures, and prints the figures.'));
  for (const benchmark of benchmarks) {
    const command = quiet(program.command(benchmark.name).description(benchmark.about));
    for (const option of benchmark.options) command.option(...optionOf(option));
    command.option('--json', 'print the figures as one JSON object', false);
    command.action(({ json, ...values }: Values & { json: boolean }) => {
      request = { kind: 'run', benchmark, values, json };
    });
  }
  if (argv.length === 0) return { kind: 'help', text: program.helpInformation() };
  try {
    program.parse([...argv], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode !== 0) throw new UsageError(error.message);
  }
  return request ?? { kind: 'help', text: written.join('') };
}

const optionOf = ({ name, value, about, fallback }: BenchmarkOption): [string, string, string] => [
  `--${name} <${value}>`,
  about,
  fallback,
];

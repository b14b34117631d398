import { type Stage, stageSchema } from '@atlas-engine/resource-names';
import { Command, CommanderError, Option } from 'commander';
import { UsageError } from './errors.ts';
import type { Operation, Values } from './operation.ts';

/** What the command line asks for. */
export type Request =
  | {
      readonly kind: 'run';
      readonly operation: Operation;
      readonly stage: Stage;
      readonly json: boolean;
      readonly values: Values;
    }
  | { readonly kind: 'help'; readonly text: string };

/** Reads a command line. @throws UsageError naming what is wrong and what is allowed */
export function readCommandLine(argv: readonly string[], operations: readonly Operation[]): Request {
  let request: Request | undefined;
  const written: string[] = [];
  const quiet = (command: Command): Command =>
    command.exitOverride().configureOutput({
      writeOut: (text) => written.push(text),
      writeErr: () => undefined,
    });
  const program = quiet(new Command('npm run').description('What an operator of Atlas Engine runs.'));
  for (const operation of operations) {
    const command = quiet(program.command(operation.name).description(operation.about));
    command.addOption(
      new Option('--stage <stage>', 'which copy of the system')
        .choices([...stageSchema.options])
        .default('local'),
    );
    for (const { flags, about } of operation.options) command.option(flags, about);
    command.option('--json', 'print the result as one JSON object', false);
    command.action(({ stage, json, ...values }: Values & { stage: Stage; json: boolean }) => {
      request = { kind: 'run', operation, stage, json, values };
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

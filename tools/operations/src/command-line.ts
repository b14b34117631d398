import { type CommandLine, parseCommands } from '@atlas-engine/command-line';
import { type Stage, stageSchema } from '@atlas-engine/resource-names';
import { Option } from 'commander';
import type { Operation, Values } from './operation.ts';

/** An operation that is asked for. */
export interface Request {
  readonly operation: Operation;
  readonly stage: Stage;
  readonly json: boolean;
  readonly values: Values;
}

/** Reads a command line. @throws UsageError naming what is wrong and what is allowed */
export const readCommandLine = (
  argv: readonly string[],
  operations: readonly Operation[],
): CommandLine<Request> =>
  parseCommands(argv, {
    name: 'npm run',
    about: 'What an operator of Atlas Engine runs.',
    commands: operations.map((operation) => ({
      name: operation.name,
      about: operation.about,
      declare: (command) => {
        command.addOption(
          new Option('--stage <stage>', 'which copy of the system')
            .choices([...stageSchema.options])
            .default('local'),
        );
        for (const { flags, about } of operation.options) command.option(flags, about);
        command.option('--json', 'print the result as one JSON object', false);
      },
      request: ({ stage, json, ...values }: Values & { stage: Stage; json: boolean }) => ({
        operation,
        stage,
        json,
        values,
      }),
    })),
  });

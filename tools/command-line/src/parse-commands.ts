import { Command, CommanderError } from 'commander';
import { UsageError } from './usage-error.ts';

/** What a command line asks for: something to do, or a text about what there is. */
export type CommandLine<T> =
  { readonly kind: 'run'; readonly request: T } | { readonly kind: 'help'; readonly text: string };

/** A program with sub-commands. */
export interface Program<T> {
  /** What is typed before the name of a command. */
  readonly name: string;
  readonly about: string;
  readonly commands: readonly {
    readonly name: string;
    readonly about: string;
    /** Adds the options of the command. */
    readonly declare: (command: Command) => void;
    /** What is asked for, from the values of the options. */
    readonly request: (values: never) => T;
  }[];
}

/**
 * Reads a command line; nothing is printed and no process ended.
 *
 * @throws UsageError naming what is wrong and what is allowed
 */
export function parseCommands<T>(argv: readonly string[], program: Program<T>): CommandLine<T> {
  let asked: { readonly request: T } | undefined;
  const written: string[] = [];
  const quiet = (command: Command): Command =>
    command.exitOverride().configureOutput({
      writeOut: (text) => written.push(text),
      writeErr: () => undefined,
    });
  const all = quiet(new Command(program.name).description(program.about));
  for (const { name, about, declare, request } of program.commands) {
    const command = quiet(all.command(name).description(about));
    declare(command);
    command.action((...[values]: readonly unknown[]) => {
      asked = { request: request(values as never) };
    });
  }
  if (argv.length === 0) return { kind: 'help', text: all.helpInformation() };
  try {
    all.parse([...argv], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode !== 0) throw new UsageError(error.message);
  }
  return asked === undefined ? { kind: 'help', text: written.join('') } : { kind: 'run', ...asked };
}

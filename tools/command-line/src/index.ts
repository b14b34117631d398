export { parseCommands, type CommandLine } from './parse-commands.ts';
export { UsageError } from './usage-error.ts';

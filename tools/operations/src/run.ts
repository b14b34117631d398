import { UsageError } from '@atlas-engine/command-line';
import { localAccount, stageConfiguration } from '@atlas-engine/resource-names';
import { readCommandLine } from './command-line.ts';
import type { Operation, Status, Surroundings } from './operation.ts';

/** Failures whose message is all that an operator needs, by name: packages may be loaded twice. */
const explained: readonly string[] = ['UsageError', 'OperationError', 'StageConfigurationError'];

/** Runs what the command line asks for; gives the exit status, 2 for a command line that is wrong. */
export async function run(
  argv: readonly string[],
  operations: readonly Operation[],
  surroundings: Surroundings,
): Promise<Status | 2> {
  try {
    return await perform(argv, operations, surroundings);
  } catch (error) {
    if (!(error instanceof Error && explained.includes(error.name))) throw error;
    surroundings.note(error.message);
    return error instanceof UsageError ? 2 : 1;
  }
}

async function perform(
  argv: readonly string[],
  operations: readonly Operation[],
  surroundings: Surroundings,
): Promise<Status> {
  const asked = readCommandLine(argv, operations);
  if (asked.kind === 'help') {
    surroundings.out(asked.text.trimEnd());
    return 0;
  }
  const { operation, stage, json, values } = asked.request;
  const { environment } = surroundings;
  const configuration = stageConfiguration(
    stage,
    operation.offline === true ? { ATLAS_ACCOUNT: localAccount, ...environment } : environment,
  );
  return await operation.run({ stage, configuration, json, values }, surroundings);
}

import type { StackDirectory } from '../stacks/stack-directory.ts';
import type { ChangeSetRecord } from '../stacks/stack-record.ts';

/** A change set by its ARN, or by its name in a stack. */
export function findChangeSet(
  directory: StackDirectory,
  nameOrArn: string,
  stack: string | undefined,
): ChangeSetRecord | undefined {
  if (nameOrArn.startsWith('arn:')) return directory.changeSets.get(nameOrArn);
  const stackId = directory.get(stack ?? '').id;
  return changeSetsOf(directory, stackId).find(({ name }) => name === nameOrArn);
}

/** The change sets of a stack, oldest first. */
export const changeSetsOf = (directory: StackDirectory, stackId: string): readonly ChangeSetRecord[] =>
  [...directory.changeSets.values()].filter((changeSet) => changeSet.stackId === stackId);

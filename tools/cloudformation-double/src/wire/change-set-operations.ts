import { AwsError, type Operation } from '@atlas-engine/aws-wire';
import type * as z from 'zod';
import { noSuchChangeSet, noSuchStack, validationError, wrongState } from '../errors.ts';
import { checkContent } from '../stacks/check-content.ts';
import { checkedName, isUpdatable } from '../stacks/engine.ts';
import { planChanges } from '../stacks/plan.ts';
import type { ChangeSetRecord, StackContent, StackRecord } from '../stacks/stack-record.ts';
import { changeSetsOf, findChangeSet } from './find-change-set.ts';
import { changeSetInput, createChangeSetInput, executeInput, pagedStackInput, read } from './inputs.ts';
import { parametersShown } from './parameters-shown.ts';
import { readContent } from './read-content.ts';
import type { WireParts } from './stack-operations.ts';
import { changeSetSummary, changeSetView } from './views.ts';

type Asked = z.infer<typeof createChangeSetInput>;

/** Operations on change sets. */
export const changeSetOperations = (parts: WireParts): Record<string, Operation> => {
  const { directory, engine } = parts;
  const find = (name: string, stack: string | undefined): ChangeSetRecord => {
    const changeSet = findChangeSet(directory, name, stack);
    if (changeSet === undefined) throw noSuchChangeSet(name);
    return changeSet;
  };
  return {
    CreateChangeSet: async (input) => {
      const changeSet = await createChangeSet(parts, read(createChangeSetInput, input));
      return { Id: changeSet.id, StackId: changeSet.stackId };
    },
    DescribeChangeSet: (input) => {
      const asked = read(changeSetInput, input);
      const changeSet = find(asked.ChangeSetName, asked.StackName);
      return changeSetView(changeSet, parametersShown(parts, changeSet.content), asked.IncludePropertyValues);
    },
    ListChangeSets: (input) => {
      const { id } = directory.get(read(pagedStackInput, input).StackName);
      return { Summaries: changeSetsOf(directory, id).map(changeSetSummary) };
    },
    DeleteChangeSet: (input) => {
      const { ChangeSetName, StackName } = read(changeSetInput, input);
      if (StackName !== undefined && directory.find(StackName) === undefined) throw noSuchStack(StackName);
      const changeSet = findChangeSet(directory, ChangeSetName, StackName);
      if (changeSet !== undefined) directory.changeSets.delete(changeSet.id);
      return {};
    },
    ExecuteChangeSet: async (input) => {
      const asked = read(executeInput, input);
      const changeSet = find(asked.ChangeSetName, asked.StackName);
      if (changeSet.executionStatus !== 'AVAILABLE')
        throw new AwsError(
          'InvalidChangeSetStatus',
          `ChangeSet [${changeSet.id}] cannot be executed in its current status of [${changeSet.status}]`,
        );
      const stack = directory.get(changeSet.stackId);
      checkState(stack, changeSet.type);
      for (const { id } of changeSetsOf(directory, stack.id)) directory.changeSets.delete(id);
      const { running } = engine.begin(stack, changeSet.content, {
        token: asked.ClientRequestToken,
        onFailure: asked.DisableRollback ? 'DO_NOTHING' : changeSet.onFailure,
        changeSetId: changeSet.id,
      });
      await running.answered;
      return {};
    },
  };
};

function checkState(stack: StackRecord, type: ChangeSetRecord['type']): void {
  if (type === 'CREATE' ? stack.status !== 'REVIEW_IN_PROGRESS' : !isUpdatable(stack))
    throw wrongState(stack, type === 'CREATE' ? 'created' : 'updated');
}

/** Refuses a change set that the state of its stack does not allow. @throws AwsError */
function checkAsked({ directory }: WireParts, asked: Asked, before: StackRecord | undefined): void {
  const { StackName, ChangeSetName, ChangeSetType } = asked;
  if (before === undefined) {
    if (ChangeSetType === 'UPDATE') throw noSuchStack(StackName);
    return;
  }
  if (ChangeSetType === 'CREATE' && before.status !== 'REVIEW_IN_PROGRESS')
    throw validationError(
      `Stack [${before.name}] already exists and cannot be created again with the changeSet [${ChangeSetName}].`,
    );
  checkState(before, ChangeSetType);
  if (findChangeSet(directory, ChangeSetName, before.id) !== undefined)
    throw new AwsError(
      'AlreadyExistsException',
      `ChangeSet ${ChangeSetName} cannot be created due to a mismatch with existing attribute Template`,
    );
}

async function createChangeSet(parts: WireParts, asked: Asked): Promise<ChangeSetRecord> {
  const { directory } = parts;
  parts.checkName(asked.StackName);
  const before = directory.find(asked.StackName);
  checkAsked(parts, asked, before);
  const isNew = asked.ChangeSetType === 'CREATE';
  const content = await readContent(asked, isNew ? undefined : before, parts.templateFrom);
  const stack = before ?? reviewStack(parts, asked.StackName, content);
  await checkContent(parts, stack, content);
  const { changes, isEmpty } = await planChanges(parts, stack, content);
  directory.save(stack);
  if (before === undefined) tellOfReview(parts, stack);
  const changeSet: ChangeSetRecord = {
    id: directory.newArn('changeSet', asked.ChangeSetName),
    name: asked.ChangeSetName,
    stackId: stack.id,
    stackName: stack.name,
    type: asked.ChangeSetType,
    createdAt: directory.place.clock.now(),
    description: asked.Description,
    ...(!isNew && isEmpty ? nothingToDo : ready),
    content,
    changes,
    onFailure: asked.OnStackFailure ?? (asked.DisableRollback ? 'DO_NOTHING' : 'ROLLBACK'),
  };
  directory.changeSets.set(changeSet.id, changeSet);
  return changeSet;
}

const ready = { status: 'CREATE_COMPLETE', executionStatus: 'AVAILABLE' } as const;
const nothingToDo = {
  status: 'FAILED',
  statusReason:
    "The submitted information didn't contain changes. Submit different information to create a change set.",
  executionStatus: 'UNAVAILABLE',
} as const;

/** The stack that a change set is going to create. */
const reviewStack = ({ directory }: WireParts, name: string, content: StackContent): StackRecord => ({
  id: directory.newArn('stack', name),
  name: checkedName(name),
  status: 'REVIEW_IN_PROGRESS',
  statusReason: 'User Initiated',
  createdAt: directory.place.clock.now(),
  content,
  outputs: [],
  terminationProtection: false,
  disableRollback: false,
  origin: 'api',
});

function tellOfReview({ directory }: WireParts, { id, name, status }: StackRecord): void {
  const stack = { stackId: id, stackName: name, logicalId: name, physicalId: id };
  directory.tell({ ...stack, type: 'AWS::CloudFormation::Stack', status, reason: 'User Initiated' });
}

import type { Operation } from '@atlas-engine/aws-wire';
import { validationError } from '../errors.ts';
import { checkedName, type Engine } from '../stacks/engine.ts';
import type { EngineParts } from '../stacks/operation-run.ts';
import { parametersShown } from './parameters-shown.ts';
import {
  cancelInput,
  createStackInput,
  deleteStackInput,
  protectionInput,
  read,
  updateStackInput,
} from './inputs.ts';
import { readContent, type TemplateFrom } from './read-content.ts';
import { stackSummary, stackView } from './views.ts';
import { describeStacksInput, listStacksInput } from './inputs.ts';

/** What the operations are made of. */
export interface WireParts extends EngineParts {
  readonly engine: Engine;
  readonly templateFrom: TemplateFrom;
  /** Refuses the deployment of stacks that are the host's own. @throws AwsError */
  readonly checkName: (name: string) => void;
}

/** Operations that change stacks. Each answers when it is done, or when it waits for simulated time. */
export const stackOperations = (parts: WireParts): Record<string, Operation> => ({
  CreateStack: async (input) => {
    const asked = read(createStackInput, input);
    parts.checkName(checkedName(asked.StackName));
    const content = await readContent(asked, undefined, parts.templateFrom);
    const onFailure = asked.OnFailure ?? (asked.DisableRollback ? 'DO_NOTHING' : 'ROLLBACK');
    const { stackId, running } = await parts.engine.create(asked.StackName, content, {
      token: asked.ClientRequestToken,
      onFailure,
      terminationProtection: asked.EnableTerminationProtection,
    });
    await running.answered;
    return { StackId: stackId };
  },
  UpdateStack: async (input) => {
    const asked = read(updateStackInput, input);
    parts.checkName(asked.StackName);
    const before = parts.directory.get(asked.StackName);
    const content = await readContent(asked, before, parts.templateFrom);
    const { stackId, running } = await parts.engine.update(asked.StackName, content, {
      token: asked.ClientRequestToken,
      onFailure: asked.DisableRollback ? 'DO_NOTHING' : 'ROLLBACK',
    });
    await running.answered;
    return { StackId: stackId };
  },
  DeleteStack: async (input) => {
    const { StackName, ClientRequestToken: token, RetainResources: retain } = read(deleteStackInput, input);
    const status = parts.directory.find(StackName)?.status;
    if (retain.length > 0 && status !== 'DELETE_FAILED')
      throw validationError(
        'Invalid operation on stack. RetainResources can only be given for a stack in DELETE_FAILED state.',
      );
    await parts.engine.remove(StackName, { token, retain });
    return {};
  },
  CancelUpdateStack: (input) => {
    parts.engine.cancelUpdate(read(cancelInput, input).StackName);
    return {};
  },
  UpdateTerminationProtection: (input) => {
    const { StackName, EnableTerminationProtection: terminationProtection } = read(protectionInput, input);
    const stack = parts.directory.save({ ...parts.directory.get(StackName), terminationProtection });
    return { StackId: stack.id };
  },
  DescribeStacks: (input) => {
    const { StackName } = read(describeStacksInput, input);
    const stacks =
      StackName === undefined
        ? parts.directory.all().filter(({ status }) => status !== 'DELETE_COMPLETE')
        : [parts.directory.get(StackName)];
    return { Stacks: stacks.map((stack) => stackView(stack, parametersShown(parts, stack.content))) };
  },
  ListStacks: (input) => {
    const { StackStatusFilter: wanted } = read(listStacksInput, input);
    const stacks = parts.directory
      .all()
      .filter(({ status }) => wanted.length === 0 || wanted.includes(status))
      .toReversed();
    return { StackSummaries: stacks.map(stackSummary) };
  },
});

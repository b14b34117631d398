import {
  TemplateError,
  type CloudFormation,
  type StackContent,
  type StackRecord,
} from '@atlas-engine/cloudformation-double';
import type { CodeStore } from './code/code-store.ts';
import { assetFolders, type SynthesizedStack } from './template/find-stacks.ts';

/** What stacks are loaded into. */
export interface LoadingPlace {
  readonly cloudFormation: CloudFormation;
  readonly code: Pick<CodeStore, 'publish'>;
  /** The value of an SSM parameter; undefined when there is none. */
  readonly ssm: (name: string) => string | undefined;
}

/**
 * Deploys the synthesized stacks as a start does: at once, without a person who deploys. A stack that was deployed
 * through CloudFormation is left as it is, and one that an earlier start loaded and that is no longer synthesized goes.
 *
 * Stacks name each other's resources, so their order is free but for SSM parameters: a stack that reads one is loaded
 * after the one that makes it.
 *
 * @throws TemplateError when a stack cannot be loaded, or reads a parameter that none creates
 */
export async function loadStacks(stacks: readonly SynthesizedStack[], place: LoadingPlace): Promise<void> {
  for (const assembly of new Set(stacks.map((stack) => stack.assembly))) {
    for (const [key, folder] of assetFolders(assembly)) place.code.publish(key, folder);
  }
  await removeStale(stacks, place);
  let waiting = stacks;
  while (waiting.length > 0) {
    const postponed: SynthesizedStack[] = [];
    for (const stack of waiting) {
      if (missingParameters(stack, place).length > 0) postponed.push(stack);
      else await loadStack(stack, place);
    }
    if (postponed.length === waiting.length) throw nobodyCreates(postponed, place);
    waiting = postponed;
  }
}

/** The SSM parameters that a stack reads and that do not exist. */
function missingParameters({ body }: SynthesizedStack, { ssm }: LoadingPlace): readonly string[] {
  const names = [...body.matchAll(/\{\{resolve:ssm:([^}:]+)(?::\d+)?\}\}/g)].map(([, name = '']) => name);
  return [...new Set(names)].filter((name) => ssm(name) === undefined);
}

function nobodyCreates(stacks: readonly SynthesizedStack[], place: LoadingPlace): TemplateError {
  const list = stacks.map((stack) => `${stack.name} needs ${missingParameters(stack, place).join(', ')}`);
  return new TemplateError(`No stack creates these SSM parameters: ${list.join('; ')}`);
}

async function removeStale(
  stacks: readonly SynthesizedStack[],
  { cloudFormation: { engine, stacks: directory } }: LoadingPlace,
): Promise<void> {
  const names = new Set(stacks.map(({ name }) => name));
  for (const { id, name, origin, status } of directory.all()) {
    if (origin === 'start' && status !== 'DELETE_COMPLETE' && !names.has(name)) await engine.remove(id);
  }
}

const contentOf = ({ body, tags }: SynthesizedStack): StackContent => ({
  body,
  parameters: {},
  tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
  capabilities: ['CAPABILITY_IAM', 'CAPABILITY_NAMED_IAM'],
  notificationArns: [],
});

async function loadStack(stack: SynthesizedStack, { cloudFormation }: LoadingPlace): Promise<void> {
  const { engine, stacks } = cloudFormation;
  const existing = stacks.find(stack.name);
  if (existing?.origin === 'api') return;
  const options = {
    immediate: true,
    origin: 'start',
    // What was taken over from an earlier run must not go because another resource fails.
    onFailure: 'DO_NOTHING',
    terminationProtection: stack.terminationProtection,
  } as const;
  try {
    const begun =
      existing === undefined
        ? await engine.create(stack.name, contentOf(stack), options)
        : await engine.update(stack.name, contentOf(stack), options);
    await begun.running.finished;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if (error.message === 'No updates are to be performed.') return;
    throw new TemplateError(`${stack.name}: ${error.message}`, { cause: error });
  }
  checkLoaded(stacks.get(stack.name), cloudFormation);
}

function checkLoaded({ id, name, status }: StackRecord, { stacks }: CloudFormation): void {
  if (status === 'CREATE_COMPLETE' || status === 'UPDATE_COMPLETE') return;
  const failure = stacks
    .events(id)
    .findLast((event) => event.status.endsWith('_FAILED') && event.logicalId !== name);
  const what =
    failure === undefined ? status : `${failure.logicalId} (${failure.type}): ${failure.reason ?? ''}`;
  throw new TemplateError(`${name}: ${what}`);
}

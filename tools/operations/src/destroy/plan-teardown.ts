import { type AtlasNames, functionNames } from '@atlas-engine/resource-names';
import { outlivesItsStack, rationed } from './keeping.ts';
import type { LivingStack, StackResource } from './stacks.ts';

/** A stack with what is in it. */
export interface StackContent {
  readonly stack: LivingStack;
  readonly resources: readonly StackResource[];
}

/** A stack that goes, and the buckets that must be empty before it can. */
export interface Removal {
  readonly stack: LivingStack;
  readonly buckets: readonly string[];
}

export interface Teardown {
  /** In their order; those of a step go at the same time. */
  readonly steps: readonly (readonly Removal[])[];
  readonly kept: readonly StackResource[];
  /** Stacks that stay whole, because of what is rationed in them. */
  readonly keptStacks: readonly string[];
  /** Stacks that may not be deleted. */
  readonly protectedStacks: readonly string[];
}

/**
 * The order of a teardown, the reverse of a deployment's: first what nothing stands on, then the workflow, so that no
 * new request begins, the functions, the contact centre, then policies (which no role may carry any more), tables, and
 * what all else stands on.
 */
export function planTeardown(
  contents: readonly StackContent[],
  names: AtlasNames,
  options: { readonly withContactCentre: boolean },
): Teardown {
  const stays = ({ resources }: StackContent): boolean =>
    !options.withContactCentre && resources.some(({ type }) => rationed.includes(type));
  const going = contents.filter((content) => !stays(content));
  const ranks = Map.groupBy(going, ({ stack }) => rankOf(stack.name, names));
  return {
    steps: [...ranks]
      .toSorted(([left], [right]) => left - right)
      .map(([, members]) =>
        members
          .toSorted((left, right) => left.stack.name.localeCompare(right.stack.name))
          .map(({ stack, resources }) => ({ stack, buckets: bucketsOf(resources) })),
      ),
    kept: going
      .flatMap(({ resources }) => resources)
      .filter(({ isKept, type }) => isKept && outlivesItsStack(type)),
    keptStacks: contents.filter(stays).map(({ stack }) => stack.name),
    protectedStacks: going.filter(({ stack }) => stack.isProtected).map(({ stack }) => stack.name),
  };
}

const bucketsOf = (resources: readonly StackResource[]): readonly string[] =>
  resources.filter(({ type, isKept }) => type === 'AWS::S3::Bucket' && !isKept).map(({ id }) => id);

/** Later ones are what earlier ones stand on. A stack that is not known is one of those that nothing stands on. */
function rankOf(stack: string, { stackOf }: AtlasNames): number {
  const order: readonly (readonly string[])[] = [
    [stackOf('orchestration')],
    functionNames.map((name) => stackOf(name)),
    [stackOf('identity')],
    [stackOf('contact-centre')],
    [stackOf('contact-centre-instance')],
    [stackOf('policies')],
    [stackOf('data')],
    [stackOf('foundation')],
  ];
  return order.findIndex((members) => members.includes(stack));
}

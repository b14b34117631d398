import type { SynthesizedStack } from '../template/find-stacks.ts';

const hasPolicies = ({ body }: SynthesizedStack): boolean => body.includes('"AWS::IAM::ManagedPolicy"');

/** A role can have a managed policy only when that exists, and names it in another stack by its ARN. */
export const policiesFirst = (stacks: readonly SynthesizedStack[]): readonly SynthesizedStack[] => [
  ...stacks.filter(hasPolicies),
  ...stacks.filter((stack) => !hasPolicies(stack)),
];

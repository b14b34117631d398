import type { SynthesizedStack } from '../template/template.ts';

const hasPolicies = ({ template }: SynthesizedStack): boolean =>
  Object.values(template.Resources).some(({ Type }) => Type === 'AWS::IAM::ManagedPolicy');

/** A role can have a managed policy only when that exists, and names it in another stack by its ARN. */
export const policiesFirst = (stacks: readonly SynthesizedStack[]): readonly SynthesizedStack[] => [
  ...stacks.filter(hasPolicies),
  ...stacks.filter((stack) => !hasPolicies(stack)),
];

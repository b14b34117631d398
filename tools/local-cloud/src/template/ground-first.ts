import type { SynthesizedStack } from './find-stacks.ts';

/** A role can have a managed policy, and a function a queue, only when that exists; other stacks name both by their ARNs. */
const isGround = ({ body }: SynthesizedStack): boolean => /"AWS::(IAM::ManagedPolicy|SQS::Queue)"/.test(body);

/** The stacks that others stand on come first, as the layers of a deployment do. */
export const groundFirst = (stacks: readonly SynthesizedStack[]): readonly SynthesizedStack[] => [
  ...stacks.filter(isGround),
  ...stacks.filter((stack) => !isGround(stack)),
];

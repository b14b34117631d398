/** Something about a flow that Amazon Connect refuses (`error`) or that is most likely not meant (`warning`). */
export interface Finding {
  readonly severity: 'error' | 'warning';
  readonly flow: string;
  /** The block, for a finding that concerns one. */
  readonly block?: string;
  readonly problem: string;
  /** What is allowed instead. */
  readonly allowed: string;
}

/** A finding of one rule, before it is known in which flow. */
export type Problem = Omit<Finding, 'flow'>;

/** What is allowed, said after what is wrong. */
interface Wrong {
  readonly problem: string;
  readonly allowed: string;
}

/** Something that Amazon Connect refuses. */
export const error = (block: string | undefined, { problem, allowed }: Wrong): Problem => ({
  severity: 'error',
  ...(block === undefined ? {} : { block }),
  problem,
  allowed,
});

/** Something that is accepted and most likely not meant. */
export const warning = (block: string | undefined, wrong: Wrong): Problem => ({
  ...error(block, wrong),
  severity: 'warning',
});

/** A finding as one sentence. */
export const describeFinding = ({ flow, block, problem, allowed }: Finding): string =>
  `flow "${flow}"${block === undefined ? '' : `, block "${block}"`}: ${problem}; allowed: ${allowed}`;

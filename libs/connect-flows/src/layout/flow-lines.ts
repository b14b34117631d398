import { type Edge, edgesOf } from '../graph/edges.ts';
import type { FlowDocument } from '../language/flow-language.ts';
import type { Line } from './layout.ts';

/** All ways from one block to another, as one line. */
export interface FlowLine extends Line {
  readonly edges: readonly Edge[];
  /** The kind that matters most. */
  readonly kind: Edge['kind'];
}

/** The main way stays straight; errors bend. */
const weights = { next: 8, condition: 4, error: 1 } as const;
const kinds = ['next', 'condition', 'error'] as const;

/** The lines of a flow, in the order of its blocks. */
export function flowLines({ Actions }: FlowDocument): readonly FlowLine[] {
  const known = new Set(Actions.map(({ Identifier }) => Identifier));
  const edges = Actions.flatMap(edgesOf).filter(({ to }) => known.has(to));
  const pairs = Map.groupBy(edges, ({ from, to }) => JSON.stringify([from, to]));
  return [...pairs.values()].flatMap((together) => {
    const [first] = together;
    if (first === undefined) return [];
    const kind = kinds.find((each) => together.some((edge) => kindOf(edge) === each)) ?? 'error';
    return [{ from: first.from, to: first.to, weight: weights[kind], edges: together, kind }];
  });
}

/** What no condition holds for goes on as one more condition; it is no failure. */
const kindOf = ({ kind, branch }: Edge): Edge['kind'] =>
  branch === 'NoMatchingCondition' ? 'condition' : kind;

/** The blocks of a flow, its start first. */
export const flowBlocks = ({ Actions, StartAction }: FlowDocument): readonly string[] => {
  const identifiers = Actions.map(({ Identifier }) => Identifier);
  return [...new Set([...identifiers.filter((each) => each === StartAction), ...identifiers])];
};

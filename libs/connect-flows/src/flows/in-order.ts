import type { Flow } from '../builder/flow.ts';
import { InvalidFlowError } from '../invalid-flow-error.ts';
import { referencesIn } from '../references/reference-text.ts';

/**
 * Flows and modules in an order in which each comes after those that it refers to, so that their ARNs are known.
 *
 * @throws InvalidFlowError when flows refer to each other in a circle
 */
export function inOrder(flows: readonly Flow[]): readonly Flow[] {
  const done: Flow[] = [];
  const waiting = new Set(flows);
  while (waiting.size > 0) {
    const next = [...waiting].find((flow) => neededBy(flow, waiting).length === 0);
    if (next === undefined) throw circleOf([...waiting]);
    waiting.delete(next);
    done.push(next);
  }
  return done;
}

/** Those of the flows that a flow refers to. */
const neededBy = (flow: Flow, flows: ReadonlySet<Flow>): readonly Flow[] => {
  const names = referencesIn(flow.blocks)
    .filter(({ kind }) => kind === 'flow' || kind === 'module')
    .map(({ name }) => name);
  return [...flows].filter(({ name }) => names.includes(name));
};

const circleOf = (flows: readonly Flow[]): InvalidFlowError => {
  const names = flows.map(({ name }) => `"${name}"`).join(', ');
  return new InvalidFlowError(flows[0]?.name ?? '', [
    `among ${names} flows refer to each other in a circle; allowed: flows of which one can be created first`,
  ]);
};

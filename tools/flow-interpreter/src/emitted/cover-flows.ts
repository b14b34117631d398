import { coverageOf, type FlowBranch, type FlowCoverage } from '../coverage.ts';
import { exploreFlow } from '../exploration/explore-flow.ts';
import type { LoadedFlow } from '../flow-document.ts';
import type { TraceEntry } from '../run.ts';
import type { FlowWorld } from '../world.ts';
import { botResults } from './bot-results.ts';
import { ordinaryContacts, otherContacts } from './contacts.ts';
import { worldInOrder, worldsInDisorder } from './worlds.ts';

/** How much of a flow runs in simulation. */
export interface CoveredFlow extends FlowCoverage {
  /** Blocks that fail only when the service itself does; their error branches are among the covered ones. */
  readonly failingByFault: readonly { readonly block: string; readonly type: string }[];
}

/** Runs flows through all that can happen, and then with those blocks failing that nothing else makes fail. */
export function coverFlows(flows: readonly LoadedFlow[]): readonly CoveredFlow[] {
  const inOrder = worldInOrder(flows);
  const explored = flows.flatMap((flow) => exploreAll(flow, inOrder));
  return flows.map((flow) => {
    const unprovoked = coverageOf(flow, [explored]).missing.filter(
      ({ branch }) => branch === 'NoMatchingError',
    );
    const byFault = exploreBroken(flow, unprovoked, inOrder);
    const provoked = unprovoked.filter((branch) => byFault.some((entry) => isSame(entry, branch)));
    return {
      ...coverageOf(flow, [explored, byFault]),
      failingByFault: provoked.map(({ block }) => ({ block, type: flow.actions.get(block)?.Type ?? '' })),
    };
  });
}

const isSame = (one: FlowBranch, other: FlowBranch): boolean =>
  one.block === other.block && one.branch === other.branch;

/** Ordinary contacts meet every world, and every contact meets the one that is in order. */
const exploreAll = (flow: LoadedFlow, inOrder: FlowWorld): readonly TraceEntry[] => [
  ...exploreFlow(flow, {
    contacts: ordinaryContacts,
    worlds: [inOrder, ...worldsInDisorder(inOrder)],
    botResults,
  }),
  ...exploreFlow(flow, { contacts: otherContacts, worlds: [inOrder], botResults }),
];

/** Runs a flow with each of the blocks failing in its turn. */
function exploreBroken(
  flow: LoadedFlow,
  failing: readonly FlowBranch[],
  inOrder: FlowWorld,
): readonly TraceEntry[] {
  const broken = failing.map(({ block }) => ({
    ...inOrder,
    breaks: (at: { readonly flowId: string; readonly block: string }) =>
      at.flowId === flow.id && at.block === block,
  }));
  const contacts = [...ordinaryContacts, ...otherContacts];
  if (broken.length === 0) return [];
  return exploreFlow(flow, {
    contacts,
    worlds: [inOrder, { ...inOrder, isOpen: () => false }, ...broken],
    botResults,
  });
}

import { parseReference } from '@atlas-engine/connect-flows';
import type { QueueView } from '../contact.ts';
import type { LoadedFlow } from '../flow-document.ts';
import type { FlowWorld } from '../world.ts';

const queue = (id: string): QueueView | undefined => {
  const reference = parseReference(id);
  return reference?.kind === 'queue' ? { id, arn: id, name: reference.name } : undefined;
};

/** A world in which everything is in order: open, staffed, and with room in every queue. */
export function worldInOrder(flows: readonly LoadedFlow[]): FlowWorld {
  const byId = new Map(flows.map((flow) => [flow.id, flow]));
  return {
    now: () => 0,
    random: () => 0.5,
    flow: (id) => byId.get(id),
    queue,
    agent: () => undefined,
    queueIsFull: () => false,
    isOpen: () => true,
    metric: () => 0,
    isDialable: () => true,
  };
}

/** Worlds in which one thing each is not in order. */
export const worldsInDisorder = (inOrder: FlowWorld): readonly FlowWorld[] =>
  [
    { isOpen: () => false },
    { isOpen: () => undefined },
    { queueIsFull: () => true },
    { queue: () => undefined },
    { isDialable: () => false },
  ].map((difference) => ({ ...inOrder, ...difference }));

import type { FlowEvent, Progress } from '../ask.ts';
import { advance } from '../advance.ts';
import { type NewContact, newContact } from '../contact.ts';
import type { LoadedFlow } from '../flow-document.ts';
import { loadFlow } from '../load-flow.ts';
import { type FlowRun, startRun } from '../run.ts';
import type { FlowWorld } from '../world.ts';

/** A block as a test writes it. */
export interface TestBlock {
  readonly type: string;
  readonly parameters?: unknown;
  readonly next?: string;
  /** Target by error type. */
  readonly errors?: Readonly<Record<string, string>>;
  /** Target by condition: `Equals 1`. */
  readonly when?: Readonly<Record<string, string>>;
}

/** A flow of test blocks, the first of which is its start. */
export function flowOf(
  blocks: Readonly<Record<string, TestBlock>>,
  { id = 'flow-1', type = 'CONTACT_FLOW' }: { id?: string; type?: string } = {},
): LoadedFlow {
  const actions = Object.entries(blocks).map(([Identifier, block]) => ({
    Identifier,
    Type: block.type,
    Parameters: block.parameters ?? {},
    Transitions: {
      ...(block.next === undefined ? {} : { NextAction: block.next }),
      Errors: Object.entries(block.errors ?? {}).map(([ErrorType, NextAction]) => ({
        ErrorType,
        NextAction,
      })),
      Conditions: Object.entries(block.when ?? {}).map(([condition, NextAction]) => {
        const [Operator, ...operand] = condition.split(' ');
        return { NextAction, Condition: { Operator, Operands: [operand.join(' ')] } };
      }),
    },
  }));
  const content = JSON.stringify({
    Version: '2019-10-30',
    StartAction: Object.keys(blocks)[0],
    Actions: actions,
  });
  return loadFlow({ id, name: id, type, content });
}

const arn = 'arn:aws:connect:us-east-1:000000000000:instance/one';

/** A world with one queue `sales`, one agent `ana` and no flow but those given. */
export const worldOf = (flows: readonly LoadedFlow[], change: Partial<FlowWorld> = {}): FlowWorld => ({
  now: () => 0,
  random: () => 0.5,
  flow: (id) => flows.find((flow) => flow.id === id),
  queue: (id) => (id === 'sales' ? { id, arn: `${arn}/queue/sales`, name: 'Sales' } : undefined),
  agent: (id) =>
    id === 'ana'
      ? { id, arn: `${arn}/agent/ana`, userName: 'ana', firstName: 'Ana', lastName: 'A' }
      : undefined,
  queueIsFull: () => false,
  isOpen: () => true,
  metric: () => 0,
  isDialable: () => true,
  ...change,
});

export interface Walk {
  readonly run: FlowRun;
  readonly progress: Progress;
  /** Blocks and how each was left, in order: `Menu: Equals 1`. */
  readonly path: readonly string[];
}

/** Walks a flow, giving the events in order where it asks; more questions than events leave it asking. */
export function walk(
  flows: readonly [LoadedFlow, ...LoadedFlow[]],
  events: readonly FlowEvent[] = [],
  { contact = {}, world = {} }: { contact?: Partial<NewContact>; world?: Partial<FlowWorld> } = {},
): Walk {
  const start = newContact({
    id: 'contact-1',
    instanceArn: arn,
    region: 'us-east-1',
    channel: 'VOICE',
    initiationMethod: 'API',
    customerEndpoint: { address: '+12125550100', type: 'TELEPHONE_NUMBER' },
    ...contact,
  });
  const around = worldOf(flows, world);
  let state = advance(startRun(flows[0], start), around);
  for (const event of events) {
    if ('end' in state.progress) break;
    // As it would be after a restart of the process.
    const stored = JSON.parse(JSON.stringify(state.run)) as FlowRun;
    state = advance(stored, around, event);
  }
  return { ...state, path: state.run.trace.map(({ block, branch }) => `${block}: ${branch}`) };
}

/** One block with every branch given leading to a block that disconnects and is named after the branch. */
export function oneBlock(
  type: string,
  parameters: unknown,
  branches: {
    readonly next?: boolean;
    readonly errors?: readonly string[];
    readonly when?: readonly string[];
  },
): LoadedFlow {
  const { next = true, errors = [], when = [] } = branches;
  const names = [...(next ? ['next'] : []), ...errors, ...when];
  const ends = names.map((name) => [name, { type: 'DisconnectParticipant' }] as const);
  return flowOf({
    Block: {
      type,
      parameters,
      ...(next ? { next: 'next' } : {}),
      errors: Object.fromEntries(errors.map((name) => [name, name])),
      when: Object.fromEntries(when.map((name) => [name, name])),
    },
    ...Object.fromEntries(ends),
  });
}

/** How the first block of a walk was left. */
export const leftBy = (walked: Walk): string | undefined => walked.run.trace[0]?.branch;

import type { FlowWorld, MetricTarget, MetricType } from '@atlas-engine/flow-interpreter';
import type { Collection } from '@atlas-engine/simulation';
import { instanceArn } from '../contact-events.ts';
import type { ContactState } from '../contact.ts';
import { isOpenAt } from '../opening-hours.ts';
import type { ConnectResources } from '../resources.ts';
import type { PeopleOfContacts } from './people.ts';
import { isWaiting } from './queue.ts';

export interface WorldOptions {
  readonly contacts: Collection<ContactState>;
  readonly resources: ConnectResources;
  readonly region: string;
  readonly accountId: string;
  /** Ids of the simulated agents of every instance. */
  readonly agents: readonly string[];
  readonly people: PeopleOfContacts;
}

/** What the flows of an instance look up. */
export function flowWorld(
  { contacts, resources, region, accountId, agents, people }: WorldOptions,
  {
    instanceId,
    now,
    random,
  }: { readonly instanceId: string; readonly now: number; readonly random: () => number },
): FlowWorld {
  const arn = instanceArn(region, accountId, instanceId);
  const waitingIn = (queueId: string): readonly ContactState[] =>
    [...contacts.values()].filter(
      (contact) => contact.instanceId === instanceId && contact.queueId === queueId && isWaiting(contact),
    );
  const queueOf = (id: string | undefined) =>
    id === undefined ? undefined : resources.findQueue(instanceId, id);

  return {
    now: () => now,
    random,
    flow: (id) => resources.findFlow(instanceId, id),
    queue(id) {
      const queue = queueOf(id);
      return queue && { id: queue.id, arn: `${arn}/queue/${queue.id}`, name: queue.name ?? queue.id };
    },
    agent(id) {
      const agentId = id.split('/').at(-1) ?? id;
      const person = people.nameOf(instanceId, agentId);
      if (person === undefined && !agents.includes(agentId)) return undefined;
      const name = person ?? { userName: agentId, firstName: 'Agent', lastName: agentId };
      return { id: agentId, arn: `${arn}/agent/${agentId}`, ...name };
    },
    queueIsFull(queueId) {
      const most = queueOf(queueId)?.maxContacts;
      return most !== undefined && waitingIn(queueId).length >= most;
    },
    isOpen({ hoursId, queueId }) {
      const id = hoursId ?? queueOf(queueId)?.hoursId;
      const hours = id === undefined ? undefined : resources.findHours(instanceId, id);
      return hours && isOpenAt(hours, now);
    },
    metric(type, target) {
      if (target.agentId === undefined && queueOf(target.queueId) === undefined) return undefined;
      const simulatedFree = (): readonly string[] => {
        const busy = busyAgents(contacts);
        return agents.filter((agent) => !busy.has(agent));
      };
      return metricOf(type, target, {
        agents: [...agents, ...people.present(instanceId)],
        free: () => [...simulatedFree(), ...people.present(instanceId, 'free')],
        waitingIn,
        now,
      });
    },
    isDialable: (number) => /^\+[1-9]\d{6,14}$/.test(number),
  };
}

interface Counted {
  readonly agents: readonly string[];
  readonly free: () => readonly string[];
  readonly waitingIn: (queueId: string) => readonly ContactState[];
  readonly now: number;
}

function metricOf(type: MetricType, { queueId = '', agentId }: MetricTarget, counted: Counted): number {
  const ofTarget = (ids: readonly string[]) =>
    agentId === undefined ? ids : ids.filter((each) => agentId.endsWith(each));
  if (type === 'NumberOfContactsInQueue') return counted.waitingIn(queueId).length;
  if (type === 'OldestContactInQueueAgeSeconds') {
    const since = counted.waitingIn(queueId).map(({ enqueuedAt = counted.now }) => enqueuedAt);
    return (counted.now - Math.min(counted.now, ...since)) / 1000;
  }
  return ofTarget(type === 'NumberOfAgentsAvailable' ? counted.free() : counted.agents).length;
}

/** Agents who have a contact, or its wrap-up, at hand. */
export function busyAgents(contacts: Collection<ContactState>): ReadonlySet<string> {
  const busy = new Set<string>();
  for (const { agent, dues, disconnectedAt } of contacts.values()) {
    if (agent === undefined) continue;
    if (disconnectedAt === undefined || dues.some(({ kind }) => kind === 'completed')) busy.add(agent.id);
  }
  return busy;
}

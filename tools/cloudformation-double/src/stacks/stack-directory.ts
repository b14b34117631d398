import { createHash } from 'node:crypto';
import type { Collection, SimulationClock, StateStore } from '@atlas-engine/simulation';
import { deterministicUuid } from '@atlas-engine/simulation';
import { noSuchStack } from '../errors.ts';
import { parseTemplate } from '../template/parse-template.ts';
import type { Template } from '../template/template.ts';
import type { ChangeSetRecord, Operation, ResourceRecord, StackEvent, StackRecord } from './stack-record.ts';

export interface Place {
  readonly clock: SimulationClock;
  readonly store: StateStore;
  readonly region: string;
  readonly accountId: string;
}

type Resources = Readonly<Record<string, ResourceRecord>>;

/** The stacks of an account, which outlive the process. */
export interface StackDirectory {
  readonly place: Place;
  /** An ARN that no stack had before. */
  newArn(kind: 'stack' | 'changeSet', name: string): string;
  /** By ARN, or by the name of a stack that is not deleted. */
  find(nameOrArn: string): StackRecord | undefined;
  /** @throws AwsError ValidationError */
  get(nameOrArn: string): StackRecord;
  all(): readonly StackRecord[];
  save(stack: StackRecord): StackRecord;
  /** Takes away a stack that never was more than a change set. */
  forget(stack: StackRecord): void;
  resources(stackId: string): Resources;
  saveResource(stackId: string, record: ResourceRecord): void;
  removeResource(stackId: string, logicalId: string): void;
  operation(stackId: string): Operation | undefined;
  saveOperation(stackId: string, operation: Operation | undefined): void;
  /** Oldest first. */
  events(stackId: string): readonly StackEvent[];
  /** Times are strictly increasing within a stack. */
  tell(event: Omit<StackEvent, 'id' | 'at'>): void;
  readonly changeSets: Collection<ChangeSetRecord>;
}

const mostEvents = 2000;

/** Opens the stacks of the store. */
export function createStackDirectory(place: Place): StackDirectory {
  const { clock, store, region, accountId } = place;
  const stacks: Collection<StackRecord> = store.collection('cloudformation/stacks');
  const resources: Collection<Resources> = store.collection('cloudformation/resources');
  const operations: Collection<Operation> = store.collection('cloudformation/operations');
  const events: Collection<readonly StackEvent[]> = store.collection('cloudformation/events');
  const counters: Collection<number> = store.collection('cloudformation/counters');

  const find = (nameOrArn: string): StackRecord | undefined => {
    if (nameOrArn.startsWith('arn:')) return stacks.get(nameOrArn);
    return [...stacks.values()].find(
      ({ name, status }) => name === nameOrArn && status !== 'DELETE_COMPLETE',
    );
  };
  const resourcesOf = (stackId: string): Resources => resources.get(stackId) ?? {};

  return {
    place,
    newArn: (kind, name) => {
      const count = (counters.get('arns') ?? 0) + 1;
      counters.set('arns', count);
      const id = deterministicUuid(kind, name, String(count));
      return `arn:aws:cloudformation:${region}:${accountId}:${kind}/${name}/${id}`;
    },
    find,
    get: (nameOrArn) => {
      const stack = find(nameOrArn);
      if (stack === undefined) throw noSuchStack(nameOrArn);
      return stack;
    },
    all: () => [...stacks.values()],
    save: (stack) => {
      stacks.set(stack.id, stack);
      return stack;
    },
    forget: ({ id }) => {
      for (const collection of [stacks, resources, operations, events]) collection.delete(id);
    },
    resources: resourcesOf,
    saveResource: (stackId, record) =>
      resources.set(stackId, { ...resourcesOf(stackId), [record.logicalId]: record }),
    removeResource: (stackId, logicalId) => {
      const others = Object.entries(resourcesOf(stackId)).filter(([id]) => id !== logicalId);
      resources.set(stackId, Object.fromEntries(others));
    },
    operation: (stackId) => operations.get(stackId),
    saveOperation: (stackId, operation) => {
      if (operation === undefined) operations.delete(stackId);
      else operations.set(stackId, operation);
    },
    events: (stackId) => events.get(stackId) ?? [],
    tell: (event) => {
      const earlier = events.get(event.stackId) ?? [];
      const at = Math.max(clock.now(), (earlier.at(-1)?.at ?? 0) + 1);
      const digest = createHash('sha1').update(`${event.stackId}/${at}`).digest('hex').slice(0, 12);
      const id = `${event.logicalId}-${event.status}-${digest}`;
      events.set(event.stackId, [...earlier, { ...event, id, at }].slice(-mostEvents));
    },
    changeSets: store.collection('cloudformation/change-sets'),
  };
}

const parsed = new Map<string, Template>();
const mostParsed = 200;

/** The template of a text that was checked before; the latest are kept. */
export function templateOf(body: string): Template {
  const known = parsed.get(body);
  if (known !== undefined) return known;
  const template = parseTemplate(body);
  if (parsed.size >= mostParsed) parsed.clear();
  parsed.set(body, template);
  return template;
}

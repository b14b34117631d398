import { AwsError } from '@atlas-engine/aws-wire';
import { FlowLoadError, type LoadedFlow, loadFlow } from '@atlas-engine/flow-interpreter';
import type { Collection, StateStore } from '@atlas-engine/simulation';
import type { HoursSpec } from './opening-hours.ts';

export interface InstanceSpec {
  readonly id: string;
  readonly alias: string;
  readonly outboundCalls: boolean;
  /** Where call recordings go; calls are not recorded without it. */
  readonly recordings?: { readonly bucket: string; readonly prefix: string } | undefined;
  /** Where transcripts of chats go; none are kept without it. */
  readonly transcripts?: { readonly bucket: string; readonly prefix: string } | undefined;
  /** Where attachments of chats go; there are none without it. */
  readonly attachments?: { readonly bucket: string; readonly prefix: string } | undefined;
}

export interface FlowSpec {
  readonly instanceId: string;
  readonly id: string;
  readonly name: string;
  /** As the API names it; `MODULE` for a flow module. */
  readonly type: string;
  /** The flow's JSON, as the template has it. */
  readonly content: string;
}

export interface QueueSpec {
  readonly instanceId: string;
  readonly id: string;
  readonly name?: string | undefined;
  /** The hours of operation of the queue: id or ARN. */
  readonly hoursId?: string | undefined;
  /** Most contacts that may wait; without it there is no limit. */
  readonly maxContacts?: number | undefined;
  /** Ids or ARNs of the quick connects that its agents see. */
  readonly quickConnectIds?: readonly string[] | undefined;
}

export type RemovableKind = 'instance' | 'flow' | 'number' | 'queue' | 'hours' | 'origin';

/** The instances, flows and numbers that contacts refer to; they come from the templates at every start. */
export interface ConnectResources {
  addInstance(spec: InstanceSpec): void;
  /** @throws AwsError InvalidContactFlowException naming each block that cannot run */
  addFlow(spec: FlowSpec): void;
  addPhoneNumber(spec: { readonly instanceId: string; readonly number: string }): void;
  addQueue(spec: QueueSpec): void;
  addHours(spec: HoursSpec): void;
  /** Lets pages of an origin embed the instance's control panel. */
  addApprovedOrigin(spec: { readonly instanceId: string; readonly origin: string }): void;
  instances(): readonly InstanceSpec[];
  instanceByAlias(alias: string): InstanceSpec | undefined;
  /** Takes something away with what belongs to it; what is not there is no error. */
  remove(kind: RemovableKind, key: { readonly instanceId: string; readonly id: string }): void;
  instance(id: string): InstanceSpec;
  approvedOrigins(instanceId: string): readonly string[];
  /** Throws unless there is such a flow. */
  flow(instanceId: string, flowId: string): LoadedFlow;
  /** A flow, queue or hours by id or ARN, if there is one. */
  findFlow(instanceId: string, id: string): LoadedFlow | undefined;
  findQueue(instanceId: string, id: string): QueueSpec | undefined;
  findHours(instanceId: string, id: string): HoursSpec | undefined;
  /** Throws unless the number was claimed for the instance. */
  requireNumber(instanceId: string, number: string): void;
  requireQueue(instanceId: string, queueId: string): void;
}

const notFound = (what: string, id: string) =>
  new AwsError('ResourceNotFoundException', `${what} ${id} does not exist in this instance`, { status: 404 });

const last = (idOrArn: string): string => idOrArn.split('/').at(-1) ?? idOrArn;
const keyOf = (instanceId: string, id: string): string => `${instanceId}/${last(id)}`;

export function createResources(store: StateStore): ConnectResources {
  const instances: Collection<InstanceSpec> = store.collection('connect/instances');
  const flows = new Map<string, LoadedFlow>();
  const queues = new Map<string, QueueSpec>();
  const hours = new Map<string, HoursSpec>();
  const numbers = new Set<string>();
  const origins = new Map<string, string>();
  const originKey = (instanceId: string, origin: string): string => `${instanceId} ${origin}`;

  return {
    addInstance: (spec) => instances.set(spec.id, spec),
    addFlow: (spec) => void flows.set(keyOf(spec.instanceId, spec.id), load(spec)),
    addPhoneNumber: ({ instanceId, number }) => void numbers.add(keyOf(instanceId, number)),
    addQueue: (spec) => void queues.set(keyOf(spec.instanceId, spec.id), spec),
    addHours: (spec) => void hours.set(keyOf(spec.instanceId, spec.id), spec),
    addApprovedOrigin: ({ instanceId, origin }) => void origins.set(originKey(instanceId, origin), origin),
    instances: () => [...instances.values()],
    instanceByAlias: (alias) => [...instances.values()].find((each) => each.alias === alias),
    remove(kind, { instanceId, id }) {
      const removable = { flow: flows, queue: queues, hours, number: numbers };
      if (kind === 'instance') instances.delete(id);
      else if (kind === 'origin') origins.delete(originKey(instanceId, id));
      else removable[kind].delete(keyOf(instanceId, id));
    },
    approvedOrigins: (instanceId) =>
      [...origins].flatMap(([key, origin]) => (key.startsWith(`${instanceId} `) ? [origin] : [])),
    instance(id) {
      const instance = instances.get(id);
      if (instance === undefined) throw notFound('Instance', id);
      return instance;
    },
    flow(instanceId, flowId) {
      const flow = flows.get(keyOf(instanceId, flowId));
      if (flow === undefined) throw notFound('Contact flow', flowId);
      return flow;
    },
    findFlow: (instanceId, id) => flows.get(keyOf(instanceId, id)),
    findQueue: (instanceId, id) => queues.get(keyOf(instanceId, id)),
    findHours: (instanceId, id) => hours.get(keyOf(instanceId, id)),
    requireNumber(instanceId, number) {
      if (!numbers.has(keyOf(instanceId, number))) {
        throw new AwsError('InvalidParameterException', 'SourcePhoneNumber is not claimed for this instance');
      }
    },
    requireQueue(instanceId, queueId) {
      if (!queues.has(keyOf(instanceId, queueId))) throw notFound('Queue', queueId);
    },
  };
}

function load(spec: FlowSpec): LoadedFlow {
  try {
    return loadFlow(spec);
  } catch (error) {
    if (!(error instanceof FlowLoadError)) throw error;
    const problems = error.problems.map((message) => ({ message: `${spec.name}: ${message}` }));
    throw new AwsError('InvalidContactFlowException', error.message, { members: { problems } });
  }
}

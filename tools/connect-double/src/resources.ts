import type { Collection, StateStore } from '@atlas-engine/simulation';
import { AwsError } from '@atlas-engine/aws-wire';
import { parseFlow, type Flow } from './flow.ts';

export interface InstanceSpec {
  readonly id: string;
  readonly alias: string;
  readonly outboundCalls: boolean;
  /** Where call recordings go; calls are not recorded without it. */
  readonly recordings?: { readonly bucket: string; readonly prefix: string } | undefined;
}

export interface FlowSpec {
  readonly instanceId: string;
  readonly id: string;
  readonly name: string;
  readonly type: string;
  /** The flow's JSON, as the template has it. */
  readonly content: string;
}

export type RemovableKind = 'instance' | 'flow' | 'number' | 'queue';

/** The instances, flows and numbers that contacts refer to; they come from the templates at every start. */
export interface ConnectResources {
  addInstance(spec: InstanceSpec): void;
  /** @throws AwsError InvalidContactFlowException naming the block that the double cannot run */
  addFlow(spec: FlowSpec): void;
  addPhoneNumber(spec: { readonly instanceId: string; readonly number: string }): void;
  addQueue(spec: { readonly instanceId: string; readonly id: string; readonly callerId?: string }): void;
  /** Takes something away with what belongs to it; what is not there is no error. */
  remove(kind: RemovableKind, key: { readonly instanceId: string; readonly id: string }): void;
  instance(id: string): InstanceSpec;
  flow(instanceId: string, flowId: string): Flow;
  /** Throws unless the number was claimed for the instance. */
  requireNumber(instanceId: string, number: string): void;
  requireQueue(instanceId: string, queueId: string): void;
}

const notFound = (what: string, id: string) =>
  new AwsError('ResourceNotFoundException', `${what} ${id} does not exist in this instance`, { status: 404 });

export function createResources(store: StateStore): ConnectResources {
  const instances: Collection<InstanceSpec> = store.collection('connect/instances');
  const flows = new Map<string, Flow>();
  const numbers = new Set<string>();
  const queues = new Set<string>();

  return {
    addInstance: (spec) => instances.set(spec.id, spec),
    addFlow: (spec) => void flows.set(`${spec.instanceId}/${spec.id}`, parseFlow(spec)),
    addPhoneNumber: ({ instanceId, number }) => void numbers.add(`${instanceId}/${number}`),
    addQueue: ({ instanceId, id }) => void queues.add(`${instanceId}/${id}`),
    remove: (kind, { instanceId, id }) => {
      const key = `${instanceId}/${id}`;
      if (kind === 'flow') flows.delete(key);
      else if (kind === 'number') numbers.delete(key);
      else if (kind === 'queue') queues.delete(key);
      else instances.delete(id);
    },
    instance(id) {
      const instance = instances.get(id);
      if (instance === undefined) throw notFound('Instance', id);
      return instance;
    },
    flow(instanceId, flowId) {
      const flow = flows.get(`${instanceId}/${flowId}`);
      if (flow === undefined) throw notFound('Contact flow', flowId);
      return flow;
    },
    requireNumber(instanceId, number) {
      if (!numbers.has(`${instanceId}/${number}`)) {
        throw new AwsError('InvalidParameterException', 'SourcePhoneNumber is not claimed for this instance');
      }
    },
    requireQueue(instanceId, queueId) {
      if (!queues.has(`${instanceId}/${queueId}`)) throw notFound('Queue', queueId);
    },
  };
}

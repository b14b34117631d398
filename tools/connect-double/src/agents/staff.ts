import { AwsError } from '@atlas-engine/aws-wire';

export type Channel = 'VOICE' | 'CHAT' | 'TASK';

/** `AWS::Connect::User`, as far as the control panel knows it. */
export interface UserSpec {
  readonly instanceId: string;
  readonly id: string;
  readonly userName: string;
  readonly firstName?: string | undefined;
  readonly lastName?: string | undefined;
  readonly email?: string | undefined;
  readonly routingProfileId: string;
  readonly securityProfileIds: readonly string[];
  readonly autoAccept?: boolean | undefined;
  /** Seconds after which a contact is cleared by itself; 0, the default, never. */
  readonly afterContactWorkSeconds?: number | undefined;
}

/** How many contacts of a channel at once, and whether beside those of another channel. */
export interface Concurrency {
  readonly channel: Channel;
  readonly concurrency: number;
  readonly besideOthers: boolean;
}

export interface RoutingProfileSpec {
  readonly instanceId: string;
  readonly id: string;
  readonly name: string;
  readonly defaultOutboundQueueId: string;
  readonly concurrencies: readonly Concurrency[];
  /** Which queues it serves, for which channel; the lower the priority, the sooner. */
  readonly queues: readonly {
    readonly queueId: string;
    readonly channel: Channel;
    readonly priority: number;
  }[];
}

export interface SecurityProfileSpec {
  readonly instanceId: string;
  readonly id: string;
  readonly name: string;
  readonly permissions: readonly string[];
}

export interface QuickConnectSpec {
  readonly instanceId: string;
  readonly id: string;
  readonly name: string;
  readonly target:
    | { readonly type: 'phone_number'; readonly number: string }
    | { readonly type: 'agent'; readonly userId: string; readonly flowId: string }
    | { readonly type: 'queue'; readonly queueId: string; readonly flowId: string };
}

/** A state that agents may choose. */
export interface AgentStatusSpec {
  readonly instanceId: string;
  readonly id: string;
  readonly name: string;
  readonly type: 'routable' | 'not_routable' | 'offline';
}

interface Specs {
  readonly user: UserSpec;
  readonly routingProfile: RoutingProfileSpec;
  readonly securityProfile: SecurityProfileSpec;
  readonly quickConnect: QuickConnectSpec;
  readonly agentStatus: AgentStatusSpec;
}
export type StaffKind = keyof Specs;

/** Who works in an instance and what they may do; it comes from the templates at every start. */
export interface Staff {
  add<K extends StaffKind>(kind: K, spec: Specs[K]): void;
  remove(kind: StaffKind, key: { readonly instanceId: string; readonly id: string }): void;
  /** By id or ARN. */
  find<K extends StaffKind>(kind: K, instanceId: string, id: string): Specs[K] | undefined;
  /** @throws AwsError ResourceNotFoundException */
  get<K extends StaffKind>(kind: K, instanceId: string, id: string): Specs[K];
  list<K extends StaffKind>(kind: K, instanceId: string): readonly Specs[K][];
}

const last = (idOrArn: string): string => idOrArn.split('/').at(-1) ?? idOrArn;

/** What every instance is born with. */
const ownStatuses = (instanceId: string): readonly AgentStatusSpec[] => [
  { instanceId, id: 'available', name: 'Available', type: 'routable' },
  { instanceId, id: 'offline', name: 'Offline', type: 'offline' },
];

export function createStaff(): Staff {
  const kinds: { readonly [K in StaffKind]: Map<string, Specs[K]> } = {
    user: new Map(),
    routingProfile: new Map(),
    securityProfile: new Map(),
    quickConnect: new Map(),
    agentStatus: new Map(),
  };
  const mapOf = <K extends StaffKind>(kind: K): Map<string, Specs[K]> => kinds[kind];
  const find = <K extends StaffKind>(kind: K, instanceId: string, id: string): Specs[K] | undefined =>
    mapOf(kind).get(`${instanceId}/${last(id)}`);

  return {
    add: (kind, spec) => void mapOf(kind).set(`${spec.instanceId}/${spec.id}`, spec),
    remove: (kind, { instanceId, id }) => void mapOf(kind).delete(`${instanceId}/${last(id)}`),
    find,
    get(kind, instanceId, id) {
      const spec = find(kind, instanceId, id);
      if (spec !== undefined) return spec;
      throw new AwsError('ResourceNotFoundException', `There is no ${kind} ${last(id)} in this instance`, {
        status: 404,
      });
    },
    list: <K extends StaffKind>(kind: K, instanceId: string): readonly Specs[K][] => {
      const own = kind === 'agentStatus' ? (ownStatuses(instanceId) as readonly Specs[K][]) : [];
      const specs = [...mapOf(kind).values()];
      return [...own, ...specs.filter((spec) => spec.instanceId === instanceId)];
    },
  };
}

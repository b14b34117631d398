/** Where a connection of a contact leads. */
export interface Endpoint {
  readonly type: 'phone_number' | 'agent' | 'queue';
  readonly name?: string | undefined;
  readonly phoneNumber?: string | undefined;
  readonly agentLogin?: string | undefined;
  /** ARN. */
  readonly queue?: string | undefined;
  readonly endpointARN?: string | undefined;
}

/** One party of a contact, as the agent's panel shows it. */
export interface Connection {
  readonly id: string;
  readonly type: 'agent' | 'inbound' | 'outbound';
  /** The customer, with whom the contact began. */
  readonly initial: boolean;
  readonly state: 'connecting' | 'connected' | 'hold' | 'disconnected';
  readonly since: number;
  readonly endpoint: Endpoint;
  readonly mute?: boolean | undefined;
  /** The contact that was made to reach this party: a queue or another agent. */
  readonly contactId?: string | undefined;
}

export type LegType = 'voice' | 'queue_callback' | 'chat' | 'task';
export type LegState = 'incoming' | 'connecting' | 'connected' | 'paused' | 'ended' | 'error';

/** Something that happens to a leg by itself. Epoch milliseconds. */
export type LegTimer = { readonly at: number } & (
  | {
      readonly kind: 'third-party';
      readonly connectionId: string;
      readonly state: 'connected' | 'disconnected';
    }
  | { readonly kind: 'clear' }
);

/** A contact as one agent has it, from the offer until they clear it. */
export interface Leg {
  readonly contactId: string;
  readonly type: LegType;
  readonly direction: 'inbound' | 'outbound';
  readonly state: LegState;
  readonly since: number;
  /** Why the leg is in error. */
  readonly failure?: 'missed' | 'failed' | undefined;
  readonly connections: readonly Connection[];
  readonly timers: readonly LegTimer[];
}

/** What a person has chosen for themselves at the panel. */
export interface AgentSettings {
  readonly language?: string | undefined;
  readonly extension?: string | undefined;
  readonly softphoneEnabled?: boolean | undefined;
  readonly softphoneAutoAccept?: boolean | undefined;
}

/** A user of an instance at the control panel. Everything of it is in the state store. */
export interface AgentRecord {
  readonly id: string;
  readonly instanceId: string;
  readonly signedIn: boolean;
  /** Id of the state that the person has chosen. */
  readonly statusId: string;
  readonly since: number;
  /** The state that follows when their contacts are cleared. */
  readonly nextStatusId?: string | undefined;
  readonly legs: readonly Leg[];
  readonly settings: AgentSettings;
}

export const newAgent = (id: string, instanceId: string, now: number): AgentRecord => ({
  id,
  instanceId,
  signedIn: false,
  statusId: 'offline',
  since: now,
  legs: [],
  settings: {},
});

export const isVoice = ({ type }: Leg): boolean => type === 'voice' || type === 'queue_callback';
export const isLive = ({ state }: Connection): boolean => state !== 'disconnected';
export const isThirdParty = ({ initial, type }: Connection): boolean => !initial && type !== 'agent';
export const customerOf = ({ connections }: Leg): Connection | undefined =>
  connections.find(({ initial }) => initial);
export const liveThirdParties = ({ connections }: Leg): readonly Connection[] =>
  connections.filter((each) => isThirdParty(each) && isLive(each));

/** A leg with connections in another state; the moment changes only with the state. */
export function withConnections(
  leg: Leg,
  pick: (connection: Connection) => Connection['state'] | undefined,
  now: number,
): Leg {
  const connections = leg.connections.map((each) => {
    const state = pick(each) ?? each.state;
    return state === each.state ? each : { ...each, state, since: now };
  });
  return { ...leg, connections };
}

/** A leg whose talk is over: everybody is off the line. */
export const overLeg = (leg: Leg, to: Pick<Leg, 'state' | 'failure'>, now: number): Leg => ({
  ...withConnections(leg, () => 'disconnected', now),
  ...to,
  since: now,
  timers: [],
});

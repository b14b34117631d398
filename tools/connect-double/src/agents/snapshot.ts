import type { ContactState } from '../contact.ts';
import { type AgentRecord, type Connection, isVoice, type Leg } from './agent-record.ts';
import { type ShownState, stateOf } from './agent-state.ts';
import type { AgentPlace } from './place.ts';

/** A state as the protocol writes it; moments are epoch milliseconds, which the page makes into dates. */
interface WireState {
  readonly agentStateARN: string;
  readonly name: string;
  readonly type: string;
  readonly startTimestamp: number;
}

/** What `agent::update` carries about an agent, moments as epoch milliseconds. Source: the library's CTI model. */
export interface AgentSnapshot {
  readonly state: WireState;
  readonly nextState: WireState | null;
  readonly agentAvailabilityState: { readonly state: string; readonly timeStamp: number };
  readonly snapshotTimestamp: number;
  readonly contacts: readonly Readonly<Record<string, unknown>>[];
}

export function snapshotOf(record: AgentRecord, place: AgentPlace): AgentSnapshot {
  const chosen = place.status(record.statusId);
  const state = stateOf(record, chosen);
  const next = record.nextStatusId === undefined ? undefined : place.status(record.nextStatusId);
  const legs = record.legs.toSorted((a, b) => a.since - b.since);
  return {
    state: wireState(state, place),
    nextState: next === undefined ? null : wireState({ ...next, since: place.now }, place),
    agentAvailabilityState: { state: state.name, timeStamp: state.since },
    snapshotTimestamp: place.now,
    contacts: legs.flatMap((leg) => {
      const contact = place.contact(leg.contactId);
      return contact === undefined ? [] : [contactOf(leg, contact, { record, place })];
    }),
  };
}

const wireState = ({ id, name, type, since }: ShownState, { arn }: AgentPlace): WireState => ({
  agentStateARN: `${arn}/agent-state/${id}`,
  name,
  type,
  startTimestamp: since,
});

interface Around {
  readonly record: AgentRecord;
  readonly place: AgentPlace;
}

function contactOf(leg: Leg, contact: ContactState, around: Around) {
  const state = { type: leg.state, timestamp: leg.since };
  const { place } = around;
  return {
    contactId: leg.contactId,
    type: leg.type,
    state,
    status: state,
    initialContactId: contact.initialContactId ?? null,
    relatedContactId: contact.relatedContactId ?? null,
    contactAssociationId: contact.initialContactId ?? contact.id,
    initiationMethod: wireMethod[contact.initiationMethod],
    name: contact.name ?? null,
    description: null,
    references: {},
    queue: place.queue(contact.queueId ?? `agent/${around.record.id}`),
    queueTimestamp: contact.enqueuedAt ?? null,
    contactDuration: place.now - contact.initiatedAt,
    attributes: Object.fromEntries(
      Object.entries(contact.attributes).map(([name, value]) => [name, { name, value }]),
    ),
    contactFeatures: {
      attachmentsEnabled: leg.type === 'chat',
      messagingMarkdownEnabled: false,
      multiPartyConferenceEnabled: false,
    },
    channelContext: null,
    segmentAttributes: { 'connect:Subtype': { ValueString: subtypes[leg.type] } },
    customerEndpoint: endpointOf(contact.destination),
    connectSystemEndpoint: endpointOf(contact.source),
    contactMetadata: null,
    agentContactHandlingConfig: { autoAccept: place.autoAccepts },
    connections: leg.connections.map((connection) => connectionOf(connection, leg, around)),
  };
}

const wireMethod: Readonly<Record<ContactState['initiationMethod'], string>> = {
  API: 'api',
  FLOW: 'flow',
  CALLBACK: 'callback',
  OUTBOUND: 'outbound',
  TRANSFER: 'transfer',
};

const subtypes: Readonly<Record<Leg['type'], string>> = {
  voice: 'connect:Telephony',
  queue_callback: 'connect:Telephony',
  chat: 'connect:Chat',
  task: 'connect:Task',
};

const endpointOf = (phoneNumber: string | undefined) =>
  phoneNumber === undefined ? null : { type: 'phone_number', phoneNumber, endpointARN: null };

function connectionOf(connection: Connection, leg: Leg, { record, place }: Around) {
  const isAgent = connection.type === 'agent';
  const endpoint = isAgent
    ? { type: 'agent', agentLogin: place.userName, endpointARN: `${place.arn}/agent/${record.id}` }
    : connection.endpoint;
  return {
    connectionId: connection.id,
    contactId: leg.contactId,
    type: connection.type,
    initial: connection.initial,
    state: { type: connection.state, timestamp: connection.since },
    endpoint,
    address: endpoint,
    mute: connection.mute ?? false,
    forcedMute: false,
    quickConnectName: connection.endpoint.name ?? null,
    monitorCapabilities: null,
    monitorStatus: null,
    ...(isAgent && isVoice(leg) ? { softphoneMediaInfo: softphone(place.autoAccepts) } : {}),
    ...(leg.type === 'chat' ? { chatMediaInfo: chatMedia(leg, place) } : {}),
  };
}

const softphone = (autoAccept: boolean) => ({
  callType: 'audio_only',
  autoAccept,
  mediaLegContextToken: 'local',
  callContextToken: 'local',
  callConfigJson: '{"iceServers":[]}',
});

const chatMedia = ({ contactId }: Leg, place: AgentPlace) => ({
  chatAutoAccept: place.autoAccepts,
  customerName:
    place.contact(contactId)?.chat?.participants.find(({ role }) => role === 'CUSTOMER')?.displayName ?? null,
  connectionData: JSON.stringify({ ConnectionAuthenticationToken: place.chatAuthentication(contactId) }),
});

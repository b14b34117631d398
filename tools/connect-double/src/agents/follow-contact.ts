import { agentParticipantId } from '../chat/presence.ts';
import type { ContactState } from '../contact.ts';
import {
  type AgentRecord,
  customerOf,
  type Endpoint,
  type Leg,
  type LegState,
  type LegType,
  liveThirdParties,
  overLeg,
  withConnections,
} from './agent-record.ts';

const typeOf = ({ channel, initiationMethod }: ContactState): LegType => {
  if (channel === 'CHAT') return 'chat';
  if (channel === 'TASK') return 'task';
  return initiationMethod === 'CALLBACK' ? 'queue_callback' : 'voice';
};

const customerEndpoint = ({ destination }: ContactState): Endpoint => ({
  type: 'phone_number',
  phoneNumber: destination,
});

/** In a chat, connections are its participants. */
function participantOf({ id, agent, chat }: ContactState, role: 'AGENT' | 'CUSTOMER'): string | undefined {
  if (chat === undefined) return undefined;
  if (role === 'AGENT') return agentParticipantId(id, agent?.id ?? '');
  return chat.participants.find((each) => each.role === role)?.id;
}

/** A contact as the agent first sees it. */
function newLeg(contact: ContactState, now: number): Leg {
  const type = typeOf(contact);
  const direction = contact.initiationMethod === 'OUTBOUND' ? 'outbound' : 'inbound';
  return {
    contactId: contact.id,
    type,
    direction,
    state: type === 'queue_callback' ? 'incoming' : 'connecting',
    since: now,
    connections: [
      {
        id: participantOf(contact, 'AGENT') ?? `${contact.id}-agent`,
        type: 'agent',
        initial: false,
        state: 'connecting',
        since: now,
        endpoint: { type: 'agent' },
      },
      {
        id: participantOf(contact, 'CUSTOMER') ?? `${contact.id}-customer`,
        type: type === 'queue_callback' ? 'outbound' : direction,
        initial: true,
        state: direction === 'outbound' || type === 'queue_callback' ? 'connecting' : 'connected',
        since: now,
        endpoint: customerEndpoint(contact),
      },
    ],
    timers: [],
  };
}

const isOver = ({ state }: Leg): boolean => state === 'ended' || state === 'error';

/** An agent's leg after something has happened to its contact. */
function followContact(leg: Leg, contact: ContactState, seen: { readonly agentId: string; now: number }) {
  const { agentId, now } = seen;
  if (isOver(leg)) return leg;
  if (contact.agent?.id !== agentId) return overLeg(leg, { state: 'error', failure: 'missed' }, now);
  if (contact.agent.leftAt !== undefined) return overLeg(leg, ended(contact), now);
  if (contact.disconnectedAt !== undefined) return customerGone(leg, contact, now);
  return contact.agent.acceptedAt === undefined ? leg : accepted(leg, contact, now);
}

/** Who never spoke to the customer has no work after the contact, but a failure to clear. */
const ended = ({ agent }: ContactState): { state: LegState; failure?: 'failed' } =>
  agent?.connectedAt === undefined ? { state: 'error', failure: 'failed' } : { state: 'ended' };

/** The customer has left; the agent may still talk to somebody whom they have consulted. */
function customerGone(leg: Leg, contact: ContactState, now: number): Leg {
  if (liveThirdParties(leg).length === 0) return overLeg(leg, ended(contact), now);
  return withConnections(leg, ({ initial }) => (initial ? 'disconnected' : undefined), now);
}

function accepted(leg: Leg, contact: ContactState, now: number): Leg {
  const reachesCustomer = contact.agent?.connectedAt !== undefined;
  const dials = leg.direction === 'outbound' || leg.type === 'queue_callback';
  const state = dials && !reachesCustomer ? 'connecting' : 'connected';
  if (leg.state === state || leg.state === 'paused' || leg.state === 'connected') return leg;
  const joined = withConnections(
    leg,
    (each) =>
      each.state === 'connecting' && (state === 'connected' || each.type === 'agent')
        ? 'connected'
        : undefined,
    now,
  );
  return { ...joined, state, since: now };
}

/** A leg after something has happened to a contact that was made to reach a third party of it. */
function followThirdParty(leg: Leg, contact: ContactState, now: number): Leg {
  if (isOver(leg)) return leg;
  const state = thirdPartyState(contact);
  const followed = withConnections(
    leg,
    (each) =>
      each.contactId !== contact.id || (each.state === 'hold' && state === 'connected') ? undefined : state,
    now,
  );
  const isAlone = customerOf(followed)?.state === 'disconnected' && liveThirdParties(followed).length === 0;
  return isAlone ? overLeg(followed, { state: 'ended' }, now) : followed;
}

/** A queue is reached when its flow is heard, an agent when they have accepted. */
function thirdPartyState({ disconnectedAt, connectedAt, targetAgentId, agent }: ContactState) {
  if (disconnectedAt !== undefined) return 'disconnected';
  const reached = targetAgentId === undefined ? connectedAt : (agent?.acceptedAt ?? agent?.connectedAt);
  return reached === undefined ? 'connecting' : 'connected';
}

/** An agent's legs after something has happened to a contact, which may be theirs, or made to reach a third party. */
export function legsAfter(
  { id: agentId, legs }: AgentRecord,
  contact: ContactState,
  {
    now,
    limit,
  }: { readonly now: number; /** Of work after contacts, in seconds; 0 for none. */ readonly limit: number },
): readonly Leg[] {
  const followed = legs.map((leg) => {
    if (leg.contactId === contact.id) return followContact(leg, contact, { agentId, now });
    const isThirdParty = leg.connections.some(({ contactId }) => contactId === contact.id);
    return isThirdParty ? followThirdParty(leg, contact, now) : leg;
  });
  const { agent } = contact;
  const isNew =
    agent?.isPerson === true &&
    agent.id === agentId &&
    agent.clearedAt === undefined &&
    !legs.some(({ contactId }) => contactId === contact.id);
  return [...followed, ...(isNew ? [newLeg(contact, now)] : [])].map((leg) => withLimit(leg, limit));
}

/** After-contact work that is limited ends by itself. */
const withLimit = (leg: Leg, limit: number): Leg =>
  leg.state === 'ended' && leg.timers.length === 0 && limit > 0
    ? { ...leg, timers: [{ kind: 'clear', at: leg.since + limit * 1000 }] }
    : leg;

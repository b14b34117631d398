import { personaOf, pickupOf } from '@atlas-engine/simulated-customers';
import { deterministicUuid } from '@atlas-engine/simulation';
import type { ContactState } from '../../contact.ts';
import { transferredChat } from '../../chat/transfer.ts';
import { personHandsOver } from '../../life/people-steps.ts';
import { AgentCallError } from '../agent-call-error.ts';
import {
  type Connection,
  isVoice,
  type Leg,
  type LegTimer,
  liveThirdParties,
  withConnections,
} from '../agent-record.ts';
import { type Desk, legOf, type Method, requireState, saveLeg } from './method.ts';
import { targetOf, type Target } from './target.ts';

/** How long a number outside rings until somebody answers, or until it is given up, in milliseconds. */
const ringing = { connected: 4000, disconnected: 8000 } as const;

/** Calls somebody else into a call, with the customer on hold; chats and tasks go to them at once. */
export const createAdditionalConnection: Method = async (desk, params) => {
  const leg = legOf(desk, params);
  requireState(leg, 'connected');
  const target = targetOf(desk, params);
  if (isVoice(leg)) consult(desk, leg, target);
  else await handOver(desk, leg, target);
  return {};
};

/** Hands a contact over without talking to whoever takes it. */
export const transferContact: Method = async (desk, params) => {
  const leg = legOf(desk, params);
  requireState(leg, 'connected');
  const target = targetOf(desk, params);
  if (isVoice(leg)) {
    consult(desk, leg, target);
    await desk.life.act(leg.contactId, personHandsOver);
  } else await handOver(desk, leg, target);
  return {};
};

function consult(desk: Desk, leg: Leg, target: Target): void {
  if (liveThirdParties(leg).length > 0)
    throw new AgentCallError('QuotaExceededException', 'The call has a third party already');
  const nth = leg.connections.length;
  const id = `${leg.contactId}-${nth}`;
  const { now } = desk;
  const onHold = withConnections(
    leg,
    ({ initial, state }) => (initial && state === 'connected' ? 'hold' : undefined),
    now,
  );
  const connection: Connection = {
    id,
    type: 'outbound',
    initial: false,
    state: 'connecting',
    since: now,
    endpoint: target.endpoint,
    ...(target.type === 'phone_number' ? {} : { contactId: transferId(leg, nth) }),
  };
  const timers = target.type === 'phone_number' ? [ringsAt(target.number, id, now)] : [];
  saveLeg(desk, {
    ...onHold,
    connections: [...onHold.connections, connection],
    timers: [...leg.timers, ...timers],
  });
  if (target.type !== 'phone_number') desk.life.begin(transferred(desk, leg, { target, nth }));
}

/** Somebody answers, or not, as the persona of the number does. */
function ringsAt(number: string, connectionId: string, now: number): LegTimer {
  const answers = pickupOf(personaOf(number), 1);
  const state = answers === 'ANSWERED' || answers === 'MACHINE' ? 'connected' : 'disconnected';
  return { kind: 'third-party', connectionId, state, at: now + ringing[state] };
}

const transferId = ({ contactId }: Leg, nth: number): string =>
  deterministicUuid('contact', contactId, 'transfer', String(nth));

/** The contact that reaches a queue or another agent for the one at hand. */
function transferred(
  desk: Desk,
  leg: Leg,
  { target, nth }: { readonly target: Exclude<Target, { type: 'phone_number' }>; readonly nth: number },
): ContactState {
  const contact = desk.contact(leg.contactId);
  const { now } = desk;
  const chat = transferredChat(contact);
  return {
    id: transferId(leg, nth),
    instanceId: contact.instanceId,
    channel: contact.channel,
    initiationMethod: 'TRANSFER',
    flowId: target.flowId ?? '',
    previousContactId: contact.id,
    initialContactId: contact.initialContactId ?? contact.id,
    relatedContactId: contact.relatedContactId,
    ...(target.type === 'queue' ? { queueId: target.queueId } : { targetAgentId: target.userId }),
    name: contact.name,
    destination: contact.destination,
    source: contact.source,
    campaign: false,
    persona: contact.persona,
    pickup: 'ANSWERED',
    initiatedAt: now,
    attributes: contact.attributes,
    lines: [],
    heard: 0,
    spoken: 0,
    spans: [],
    recordings: [],
    updatedAt: now,
    ...chat,
    dues: [{ kind: 'initiated', at: now }, ...chat.dues],
  };
}

async function handOver(desk: Desk, leg: Leg, target: Target): Promise<void> {
  if (target.type === 'phone_number')
    throw new AgentCallError('BadEndpointException', 'Only a call can go to a phone number');
  const next = transferred(desk, leg, { target, nth: leg.connections.length });
  desk.life.begin(next);
  if (leg.type === 'chat') await desk.transferChat(leg.contactId, next.id);
  await desk.life.act(leg.contactId, personHandsOver);
}

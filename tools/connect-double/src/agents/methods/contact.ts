import { accept, miss, personClears, personHandsOver, personLeaves } from '../../life/people-steps.ts';
import { leave } from '../../life/leave.ts';
import { invalidState } from '../agent-call-error.ts';
import {
  type AgentRecord,
  customerOf,
  isLive,
  type Leg,
  liveThirdParties,
  overLeg,
} from '../agent-record.ts';
import { type Desk, legOf, type Method, requireState, saveLeg, connectionOf } from './method.ts';
import { settle } from './state.ts';

export const acceptContact: Method = async (desk, params) => {
  const leg = legOf(desk, params);
  requireState(leg, 'connecting', 'incoming');
  if (desk.contact(leg.contactId).agent?.acceptedAt !== undefined) requireState(leg, 'incoming');
  await desk.life.act(leg.contactId, accept);
  return {};
};

export const rejectContact: Method = async (desk, params) => {
  const leg = legOf(desk, params);
  requireState(leg, 'connecting', 'incoming');
  if (leg.direction === 'outbound') await desk.life.act(leg.contactId, personLeaves);
  else await desk.life.act(leg.contactId, (contact, { now }) => miss(contact, now));
  return {};
};

/** Takes a contact that is over off the agent's list. */
export const clearContact: Method = async (desk, params) => {
  const leg = legOf(desk, params);
  requireState(leg, 'ended', 'error');
  await clearLeg(desk, leg);
  return {};
};

/** Clears a leg, whatever its state was; the agent is then free for the next one. */
export async function clearLeg(desk: Pick<Desk, 'life' | 'record' | 'save' | 'now' | 'user'>, leg: Leg) {
  const record: AgentRecord = desk.record();
  const legs = record.legs.filter(({ contactId }) => contactId !== leg.contactId);
  desk.save(settle({ ...record, legs }, desk.now));
  await desk.life.act(leg.contactId, (contact, stage) =>
    contact.agent?.id === desk.user.id && contact.agent.clearedAt === undefined
      ? personClears(contact, stage)
      : { contact, effects: [] },
  );
  desk.life.assign();
}

export const completeContact: Method = async (desk, params) => {
  const leg = legOf(desk, params);
  requireState(leg, 'connected', 'paused', 'ended');
  if (leg.state !== 'ended') await end(desk, leg);
  return {};
};

/** Hangs up a connection: the agent's own ends their part, another one only itself. */
export const destroyConnection: Method = async (desk, params) => {
  const leg = legOf(desk, params);
  const connection = connectionOf(leg, params);
  requireState(leg, 'incoming', 'connecting', 'connected', 'paused');
  if (connection.type === 'agent') {
    if (leg.state === 'connected' || leg.state === 'paused') await end(desk, leg);
    else await rejectContact(desk, params);
  } else if (connection.initial) await dropCustomer(desk, leg);
  else dropThirdParty(desk, leg, connection.id);
  return {};
};

/** The agent leaves. A customer and a third party who are both there stay together. */
async function end(desk: Desk, leg: Leg): Promise<void> {
  const others = liveThirdParties(leg);
  const customer = customerOf(leg);
  const hasCustomer = customer !== undefined && isLive(customer);
  for (const { contactId } of others)
    if (contactId !== undefined && !hasCustomer) desk.life.stop(desk.contact(contactId));
  await desk.life.act(leg.contactId, others.length > 0 && hasCustomer ? personHandsOver : personLeaves);
}

async function dropCustomer(desk: Desk, leg: Leg): Promise<void> {
  await desk.life.act(leg.contactId, (contact, stage) => leave(contact, 'AGENT_DISCONNECT', stage));
}

function dropThirdParty(desk: Desk, leg: Leg, id: string): void {
  const { contactId } = leg.connections.find((each) => each.id === id) ?? {};
  if (contactId !== undefined) {
    desk.life.stop(desk.contact(contactId));
    return;
  }
  const connections = leg.connections.map((each) =>
    each.id === id ? { ...each, state: 'disconnected' as const, since: desk.now } : each,
  );
  const dropped = { ...leg, connections };
  const customer = customerOf(leg);
  const isAlone = customer !== undefined && !isLive(customer) && liveThirdParties(dropped).length === 0;
  saveLeg(desk, isAlone ? overLeg(dropped, { state: 'ended' }, desk.now) : dropped);
}

export const pauseContact: Method = (desk, params) => pause(desk, legOf(desk, params), 'connected', 'paused');
export const resumeContact: Method = (desk, params) =>
  pause(desk, legOf(desk, params), 'paused', 'connected');

function pause(
  desk: Desk,
  leg: Leg,
  ...[from, to]: readonly ['connected' | 'paused', 'connected' | 'paused']
) {
  if (leg.type !== 'task') throw invalidState('Only a task can be paused');
  requireState(leg, from);
  saveLeg(desk, { ...leg, state: to, since: desk.now });
  return {};
}

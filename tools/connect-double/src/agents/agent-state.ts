import type { ContactState } from '../contact.ts';
import { type AgentRecord, isVoice, type Leg } from './agent-record.ts';
import type { AgentStatusSpec, Channel, RoutingProfileSpec } from './staff.ts';

/** The state that an agent's panel shows. */
export interface ShownState {
  readonly name: string;
  readonly type: AgentStatusSpec['type'] | 'system' | 'error';
  readonly id: string;
  readonly since: number;
}

const system = (name: string, { since }: Leg, type: 'system' | 'error' = 'system'): ShownState => ({
  name,
  type,
  id: name.toLowerCase(),
  since,
});

function stateOfCall(leg: Leg): ShownState {
  if (leg.state === 'ended') return system('AfterCallWork', leg);
  if (leg.state === 'connected') return system('Busy', leg);
  const dials = leg.direction === 'outbound' || (leg.type === 'queue_callback' && leg.state === 'connecting');
  return system(dials ? 'CallingCustomer' : 'PendingBusy', leg);
}

/** What the agent does, as their contacts say it; else the state that they have chosen. */
export function stateOf({ legs, since }: AgentRecord, chosen: AgentStatusSpec): ShownState {
  const failed = legs.find(({ state }) => state === 'error');
  if (failed !== undefined)
    return system(failed.failure === 'missed' ? 'MissedCallAgent' : 'FailedConnectCustomer', failed, 'error');
  const call = legs.find(isVoice);
  if (call !== undefined) return stateOfCall(call);
  return { name: chosen.name, type: chosen.type, id: chosen.id, since };
}

const channelOf = (leg: Leg): Channel => (isVoice(leg) ? 'VOICE' : leg.type === 'chat' ? 'CHAT' : 'TASK');

/** Whether an agent has room for one more contact of a channel. A contact counts until it is cleared. */
export function hasRoomFor(
  channel: Channel,
  { legs, nextStatusId }: AgentRecord,
  profile: RoutingProfileSpec,
): boolean {
  const allowed = profile.concurrencies.find((each) => each.channel === channel);
  if (allowed === undefined || nextStatusId !== undefined) return false;
  if (legs.some(({ state }) => state === 'error')) return false;
  const same = legs.filter((leg) => channelOf(leg) === channel).length;
  const others = legs.filter((leg) => channelOf(leg) !== channel);
  const besideOthers = others.every(
    (leg) => profile.concurrencies.find((each) => each.channel === channelOf(leg))?.besideOthers === true,
  );
  return same < allowed.concurrency && besideOthers;
}

/** Whether a routing profile serves the queue of a contact, or the contact is for this agent. */
export function mayServe(
  { channel, queueId, targetAgentId }: ContactState,
  agentId: string,
  profile: RoutingProfileSpec,
): boolean {
  if (targetAgentId !== undefined) return targetAgentId === agentId;
  return profile.queues.some((each) => each.queueId === queueId && each.channel === channel);
}

import type { AgentChoice, AgentSnapshot, AgentStatus, Channel } from '../snapshot.ts';
import { readContact } from './read-contact.ts';

const choiceKinds: Readonly<Record<string, AgentChoice['kind']>> = {
  routable: 'routable',
  not_routable: 'not-routable',
  offline: 'offline',
};

const statusKind = (type: string): AgentStatus['kind'] =>
  choiceKinds[type] ?? (type === 'error' ? 'error' : 'system');

/**
 * The types call it deprecated for `getAvailabilityState`, which lags behind: it is what Connect last stored, this is what the
 * agent sees.
 */
interface WithState {
  getState(): connect.AgentState;
}

/** The agent and their contacts as streams has them, as plain data. */
export function readAgent(agent: connect.Agent, now: number): AgentSnapshot {
  const status = (agent as unknown as WithState).getState();
  // Null while nothing is chosen for later, whatever the types say.
  const next = (agent.getNextState() as connect.AgentState | null)?.name;
  return {
    name: agent.getName(),
    status: { name: status.name, kind: statusKind(status.type), since: now - agent.getStateDuration() },
    choices: agent.getAgentStates().map(readChoice),
    channels: channelsOf(agent),
    contacts: agent.getContacts().map((contact) => readContact(contact, status.name, now)),
    ...(next ? { next } : {}),
  };
}

const readChoice = ({ name, type }: connect.AgentStateDefinition): AgentChoice => ({
  name,
  kind: choiceKinds[type] ?? 'not-routable',
});

function channelsOf(agent: connect.Agent): readonly Channel[] {
  const concurrency = agent.getChannelConcurrency() as Record<string, number | undefined>;
  return (['voice', 'chat', 'task', 'email'] as const).filter(
    (channel) => (concurrency[channel.toUpperCase()] ?? 0) > 0,
  );
}

import { maskNumbersIn } from '../../mask.ts';
import type { Channel, ContactPhase, ContactSnapshot } from '../snapshot.ts';
import { isChatLoaded } from './load-streams.ts';
import { readParty } from './read-party.ts';

const channels: Readonly<Record<string, Channel>> = {
  voice: 'voice',
  queue_callback: 'callback',
  chat: 'chat',
  task: 'task',
  email: 'email',
};

const phases: Readonly<Record<string, ContactPhase>> = {
  init: 'offered',
  incoming: 'offered',
  pending: 'offered',
  connecting: 'offered',
  connected: 'connected',
  paused: 'connected',
  ended: 'ended',
  // Connect says `error` of a call that rang out; the reducer tells it from one that was never answered.
  error: 'missed',
  missed: 'missed',
  rejected: 'missed',
};

/** One contact as streams has it, as plain data. Numbers are masked from here on. */
export function readContact(contact: connect.Contact, agentStatus: string, now: number): ContactSnapshot {
  const channel = channels[contact.getType()] ?? 'task';
  const phase = phases[contact.getStatus().type] ?? 'offered';
  const parties = hasReadableLegs(channel, phase) ? contact.getConnections().map(readParty) : [];
  return {
    contactId: contact.getContactId(),
    channel,
    phase: refine(phase, agentStatus, parties),
    since: now - contact.getStatusDuration(),
    attributes: attributesOf(contact),
    parties,
    ...wordsOf(contact, channel, phase),
  };
}

/** To read the legs of a chat makes streams open its session: not before it is accepted, nor after it has ended. */
const hasReadableLegs = (channel: Channel, phase: ContactPhase): boolean =>
  channel !== 'chat' || (phase === 'connected' && isChatLoaded());

/** Queue, name and description, where there are any. */
function wordsOf(
  contact: connect.Contact,
  channel: Channel,
  phase: ContactPhase,
): Pick<ContactSnapshot, 'queue' | 'name' | 'description'> {
  const words = {
    // Missing where the types do not say so: a contact may have no queue.
    queue: (contact.getQueue() as connect.Queue | null)?.name,
    name: nameOf(contact, channel, phase),
    description: channel === 'task' ? maskNumbersIn(contact.getDescription()) : '',
  };
  return Object.fromEntries(Object.entries(words).filter(([, word]) => Boolean(word)));
}

/** The agent's own call rings at the customer, not at the agent. */
function refine(phase: ContactPhase, agentStatus: string, parties: ContactSnapshot['parties']): ContactPhase {
  if (phase === 'missed' && agentStatus.startsWith('FailedConnect')) return 'failed';
  if (phase !== 'offered' || agentStatus !== 'CallingCustomer') return phase;
  return parties.some(({ role, state }) => role === 'customer' && state === 'connecting')
    ? 'dialling'
    : phase;
}

function nameOf(contact: connect.Contact, channel: Channel, phase: ContactPhase): string {
  if (channel === 'task' || channel === 'email') return maskNumbersIn(contact.getName());
  if (channel !== 'chat' || !hasReadableLegs(channel, phase)) return '';
  const customer = contact.getInitialConnection() as connect.ChatConnection | null;
  // Known to streams, not to its types.
  const media = customer?.getMediaInfo() as { readonly customerName?: string } | undefined;
  return maskNumbersIn(media?.customerName ?? '');
}

const attributesOf = (contact: connect.Contact): Record<string, string> =>
  Object.fromEntries(
    Object.entries(contact.getAttributes()).map(([name, attribute]) => [
      name,
      maskNumbersIn(attribute?.value ?? ''),
    ]),
  );

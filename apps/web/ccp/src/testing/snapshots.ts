import type { AgentSnapshot, ContactSnapshot, Party } from '../connect/snapshot.ts';

export const aParty = (part: Partial<Party> = {}): Party => ({
  connectionId: 'customer-leg',
  role: 'customer',
  state: 'connected',
  label: '•••••••••00',
  ...part,
});

export const aContact = (part: Partial<ContactSnapshot> = {}): ContactSnapshot => ({
  contactId: 'contact-1',
  channel: 'voice',
  phase: 'offered',
  since: 1000,
  queue: 'Sales',
  attributes: {},
  parties: [aParty(), aParty({ connectionId: 'agent-leg', role: 'agent', label: '' })],
  ...part,
});

export const anAgent = (part: Partial<AgentSnapshot> = {}): AgentSnapshot => ({
  name: 'Avery Agent',
  status: { name: 'Available', kind: 'routable', since: 0 },
  choices: [
    { name: 'Available', kind: 'routable' },
    { name: 'Break', kind: 'not-routable' },
    { name: 'Offline', kind: 'offline' },
  ],
  channels: ['voice', 'chat', 'task'],
  contacts: [],
  ...part,
});

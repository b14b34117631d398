import type { Channel, ContactPhase } from './connect/snapshot.ts';

export const channelNames: Readonly<Record<Channel, string>> = {
  voice: 'Call',
  callback: 'Callback',
  chat: 'Chat',
  task: 'Task',
  email: 'E-mail',
};

export const phaseNames: Readonly<Record<ContactPhase, string>> = {
  offered: 'Waiting for you',
  dialling: 'Dialling',
  connected: 'Connected',
  ended: 'Wrap-up',
  missed: 'Missed',
  failed: 'Not reached',
};

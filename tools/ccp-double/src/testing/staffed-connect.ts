import { createConnect, type Channel, type Connect } from '@atlas-engine/connect-double';
import { flows } from './flows.ts';
import type { SimulationClock, StateStore } from '@atlas-engine/simulation';

export const instanceId = '11111111-1111-4111-8111-111111111111';
export const alias = 'atlas-test';

/** A Connect with one queue and two users, whose contacts a test puts there. */
export function staffedConnect(clock: SimulationClock, store: StateStore): Connect {
  const connect = createConnect({
    clock,
    store,
    region: 'us-east-1',
    accountId: '000000000000',
    agents: [],
    emit: () => Promise.resolve(),
    putRecording: () => Promise.resolve(),
    putTranscript: () => Promise.resolve(),
    talkToBot: () => Promise.reject(new Error('no bot')),
    invokeFunction: () => Promise.reject(new Error('no function')),
    agentChatToken: ({ contactId }) =>
      Promise.resolve({ participantToken: `token-${contactId}`, expiry: '2026-11-24T00:00:00Z' }),
  });
  const { staff } = connect;
  connect.addInstance({ id: instanceId, alias, outboundCalls: true });
  connect.addQueue({ instanceId, id: 'sales', name: 'Sales', quickConnectIds: ['outside', 'blake'] });
  connect.addPhoneNumber({ instanceId, number: '+12125550199' });
  for (const [id, content] of Object.entries(flows))
    connect.addFlow({ instanceId, id, name: id, type: 'CONTACT_FLOW', content });
  const serves = (['VOICE', 'CHAT', 'TASK'] as const).map((channel) => ({
    queueId: 'sales',
    channel,
    priority: 1,
  }));
  const room = (channel: Channel, concurrency: number) => ({ channel, concurrency, besideOthers: true });
  staff.add('routingProfile', {
    instanceId,
    id: 'all',
    name: 'All',
    defaultOutboundQueueId: 'sales',
    concurrencies: [room('VOICE', 1), room('CHAT', 2), room('TASK', 2)],
    queues: serves,
  });
  const permissions = ['BasicAgentAccess', 'OutboundCallAccess'];
  staff.add('securityProfile', { instanceId, id: 'agent', name: 'Agent', permissions });
  staff.add('securityProfile', { instanceId, id: 'none', name: 'None', permissions: [] });
  staff.add('agentStatus', { instanceId, id: 'break', name: 'Break', type: 'not_routable' });
  for (const [id, profile] of [
    ['avery', 'agent'],
    ['blake', 'agent'],
    ['casey', 'none'],
  ] as const)
    staff.add('user', {
      instanceId,
      id,
      userName: `${id}.agent`,
      firstName: id,
      routingProfileId: 'all',
      securityProfileIds: [profile],
    });
  const outside = { type: 'phone_number', number: '+12125550105' } as const;
  staff.add('quickConnect', { instanceId, id: 'outside', name: 'Outside', target: outside });
  const blake = { type: 'agent', userId: 'blake', flowId: 'none' } as const;
  staff.add('quickConnect', { instanceId, id: 'blake', name: 'Blake', target: blake });
  return connect;
}

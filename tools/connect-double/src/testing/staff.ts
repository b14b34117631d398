import type { Channel, Connect } from '../index.ts';

const instanceId = '11111111-1111-4111-8111-111111111111';

const serves = (queueId: string) =>
  (['VOICE', 'CHAT', 'TASK'] as const).map((channel) => ({ queueId, channel, priority: 1 }));
const room = (channel: Channel, concurrency: number) => ({ channel, concurrency, besideOthers: true });

/** Two users who may do everything, one who may not open the panel, and ways to reach others. */
export function addStaff({ staff }: Connect): void {
  const profile = {
    instanceId,
    defaultOutboundQueueId: 'sales',
    concurrencies: [room('VOICE', 1), room('CHAT', 2), room('TASK', 2)],
  };
  staff.add('routingProfile', { ...profile, id: 'all', name: 'All', queues: serves('sales') });
  staff.add('routingProfile', { ...profile, id: 'care-only', name: 'Care', queues: serves('care') });
  const permissions = ['BasicAgentAccess', 'OutboundCallAccess'];
  staff.add('securityProfile', { instanceId, id: 'agent', name: 'Agent', permissions });
  staff.add('securityProfile', { instanceId, id: 'none', name: 'None', permissions: [] });
  staff.add('agentStatus', { instanceId, id: 'break', name: 'Break', type: 'not_routable' });
  const user = (id: string, routingProfileId: string, securityProfileId = 'agent') =>
    staff.add('user', {
      instanceId,
      id,
      userName: `${id}.agent`,
      firstName: id,
      lastName: 'Example',
      routingProfileId,
      securityProfileIds: [securityProfileId],
    });
  user('avery', 'all');
  user('blake', 'care-only');
  user('casey', 'all', 'none');
  const target = { type: 'queue', queueId: 'care', flowId: 'transfer-flow' } as const;
  staff.add('quickConnect', { instanceId, id: 'to-care', name: 'Care', target });
  const blake = { type: 'agent', userId: 'blake', flowId: 'none' } as const;
  staff.add('quickConnect', { instanceId, id: 'to-blake', name: 'Blake', target: blake });
  const outside = { type: 'phone_number', number: '+12125550105' } as const;
  staff.add('quickConnect', { instanceId, id: 'to-outside', name: 'Outside', target: outside });
}

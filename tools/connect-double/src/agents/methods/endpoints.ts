import type { QuickConnectSpec } from '../staff.ts';
import { AgentCallError } from '../agent-call-error.ts';
import type { Desk, Method } from './method.ts';

/** The quick connects of queues. All of them fit one page. */
export const getEndpoints: Method = (desk, params) => {
  const queues = params['queueARNs'];
  if (!Array.isArray(queues)) throw new AgentCallError('ValidationException', 'queueARNs must be a list');
  const { resources, staff, user } = desk;
  const ids = new Set(
    queues.flatMap((arn) => resources.findQueue(user.instanceId, String(arn))?.quickConnectIds ?? []),
  );
  const endpoints = [...ids]
    .flatMap((id) => staff.find('quickConnect', user.instanceId, id) ?? [])
    .map((quickConnect) => endpointOf(quickConnect, desk))
    .toSorted((a, b) => a.name.localeCompare(b.name));
  return { endpoints, nextToken: null };
};

function endpointOf({ id, name, target }: QuickConnectSpec, { arn, staff, user }: Desk) {
  const own = { endpointARN: `${arn}/transfer-destination/${id}`, type: target.type, name };
  const none = { phoneNumber: null, agentLogin: null, queue: null };
  if (target.type === 'phone_number') return { ...own, ...none, phoneNumber: target.number };
  if (target.type === 'queue') return { ...own, ...none, queue: `${arn}/queue/${target.queueId}` };
  return {
    ...own,
    ...none,
    agentLogin: staff.find('user', user.instanceId, target.userId)?.userName ?? null,
  };
}

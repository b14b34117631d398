import { AgentCallError } from '../agent-call-error.ts';
import type { Endpoint } from '../agent-record.ts';
import { type Desk, objectParam, type Params } from './method.ts';

const e164 = /^\+[1-9]\d{6,14}$/;

/** Whom an endpoint means. */
export type Target = { readonly endpoint: Endpoint } & (
  | { readonly type: 'phone_number'; readonly number: string }
  | { readonly type: 'agent'; readonly userId: string; readonly flowId?: string | undefined }
  | { readonly type: 'queue'; readonly queueId: string; readonly flowId?: string | undefined }
);

const bad = (message: string): AgentCallError => new AgentCallError('BadEndpointException', message);

/** A number that may be dialled. @throws AgentCallError BadEndpointException */
export function numberOf(endpoint: Params): string {
  const number = endpoint['phoneNumber'];
  // The panel writes some numbers as sip addresses.
  const plain = typeof number === 'string' ? number.replace(/^sip:/, '').replace(/@.*$/, '') : '';
  if (!e164.test(plain)) throw bad('endpoint.phoneNumber must be E.164');
  return plain;
}

/** Reads `endpoint`: a number, or a quick connect of the instance by its ARN. @throws AgentCallError */
export function targetOf(desk: Desk, params: Params): Target {
  const endpoint = objectParam(params, 'endpoint');
  if (endpoint['type'] === 'phone_number') {
    const number = numberOf(endpoint);
    return {
      type: 'phone_number',
      number,
      endpoint: { ...named(endpoint), type: 'phone_number', phoneNumber: number },
    };
  }
  return quickConnectOf(desk, endpoint);
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

const named = (endpoint: Params) => ({
  name: textOf(endpoint['name']),
  endpointARN: textOf(endpoint['endpointARN']),
});

function quickConnectOf({ staff, resources, user, arn }: Desk, endpoint: Params): Target {
  const id = textOf(endpoint['endpointARN']) ?? textOf(endpoint['endpointId']) ?? '';
  const quickConnect = staff.find('quickConnect', user.instanceId, id);
  if (quickConnect === undefined) throw bad('endpoint.endpointARN: the instance has no such quick connect');
  const { target, name } = quickConnect;
  const own = { name, endpointARN: `${arn}/transfer-destination/${quickConnect.id}` };
  if (target.type === 'phone_number')
    return { ...target, endpoint: { ...own, type: 'phone_number', phoneNumber: target.number } };
  if (target.type === 'agent') {
    const agentLogin = staff.find('user', user.instanceId, target.userId)?.userName;
    return { ...target, endpoint: { ...own, type: 'agent', agentLogin: agentLogin ?? target.userId } };
  }
  resources.requireQueue(user.instanceId, target.queueId);
  return { ...target, endpoint: { ...own, type: 'queue', queue: `${arn}/queue/${target.queueId}` } };
}

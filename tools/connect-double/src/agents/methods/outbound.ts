import { personaOf, pickupOf } from '@atlas-engine/simulated-customers';
import { deterministicUuid } from '@atlas-engine/simulation';
import { AgentCallError, invalidState } from '../agent-call-error.ts';
import { isVoice } from '../agent-record.ts';
import { type Desk, type Method, objectParam, type Params } from './method.ts';
import { numberOf } from './target.ts';

/** Calls a number; the answer has no contact id, as with the service. */
export const createOutboundContact: Method = (desk, params) => {
  const { user, now, life } = desk;
  requireMayDial(desk);
  const destination = numberOf(objectParam(params, 'endpoint'));
  const queueId = queueOf(desk, params);
  const record = desk.record();
  const persona = personaOf(destination);
  const id = deterministicUuid('contact', user.id, destination, String(now));
  const related = params['relatedContactId'];
  life.begin({
    id,
    instanceId: user.instanceId,
    channel: 'VOICE',
    initiationMethod: 'OUTBOUND',
    flowId: '',
    relatedContactId: typeof related === 'string' ? related : undefined,
    destination,
    queueId,
    campaign: false,
    persona,
    pickup: pickupOf(persona, 1),
    initiatedAt: now,
    agent: { id: record.id, isPerson: true, acceptedAt: now },
    attributes: {},
    lines: [],
    heard: 0,
    spoken: 0,
    spans: [],
    dues: [{ kind: 'initiated', at: now }],
    recordings: [],
    updatedAt: now,
  });
  return {};
};

function requireMayDial(desk: Desk): void {
  const { permissions, resources, user } = desk;
  if (!permissions.includes('OutboundCallAccess') || !resources.instance(user.instanceId).outboundCalls)
    throw new AgentCallError('AccessDeniedException', 'The agent may not make outbound calls');
  if (desk.record().legs.some((leg) => isVoice(leg) || leg.state === 'error'))
    throw invalidState('The agent has a call at hand');
}

function queueOf({ profile, resources, user }: Desk, params: Params): string {
  const arn = params['queueARN'];
  const id = typeof arn === 'string' ? (arn.split('/').at(-1) ?? '') : profile.defaultOutboundQueueId;
  if (resources.findQueue(user.instanceId, id) === undefined)
    throw new AgentCallError('ResourceNotFoundException', 'queueARN: the instance has no such queue');
  return id;
}

import type { Channel, Concurrency, QuickConnectSpec, StaffKind } from '@atlas-engine/connect-double';
import { TemplateError, type ResourceRequest } from '@atlas-engine/cloudformation-double';
import { connectResource, idOf, instanceIdOf, keyOf } from './connect-resource.ts';
import { listProperty, objectProperty, optionalText, textProperty } from './properties.ts';
import type { Cloud, ResourceType, ResourceTypes } from './resource-type.ts';

type Fields = Readonly<Record<string, unknown>>;

const last = (arn: unknown): string => String(arn).split('/').at(-1) ?? '';
const fieldsOf = (value: unknown): Fields =>
  (typeof value === 'object' ? (value as Fields | null) : null) ?? {};
const instanceOf = (resource: ResourceRequest): string => instanceIdOf(textProperty(resource, 'InstanceArn'));
const identity = (resource: ResourceRequest) => ({ instanceId: instanceOf(resource), id: idOf(resource) });

const problem = ({ logicalId, type }: ResourceRequest, what: string): TemplateError =>
  new TemplateError(`${logicalId} (${type}): ${what}`);

/** A resource that people at the control panel are made of. */
const staffType = (
  {
    kind,
    arnKind,
    attribute,
  }: { readonly kind: StaffKind; readonly arnKind: string; readonly attribute: string },
  add: (resource: ResourceRequest, cloud: Cloud) => void,
): ResourceType => ({
  volatile: true,
  put: (resource, cloud) => {
    add(resource, cloud);
    return connectResource(resource, cloud, arnKind, attribute);
  },
  remove: (resource, { services }) =>
    services.connect.staff.remove(kind, keyOf(resource, textProperty(resource, 'InstanceArn'))),
});

const channels: readonly Channel[] = ['VOICE', 'CHAT', 'TASK'];

function channelOf(resource: ResourceRequest, value: unknown): Channel {
  const channel = channels.find((each) => each === value);
  if (channel === undefined) throw problem(resource, `the channel ${String(value)} is not simulated`);
  return channel;
}

function concurrencyOf(resource: ResourceRequest, value: unknown): Concurrency {
  const fields = fieldsOf(value);
  const channel = channelOf(resource, fields['Channel']);
  const concurrency = Number(fields['Concurrency']);
  const most = channel === 'VOICE' ? 2 : 10;
  if (!Number.isInteger(concurrency) || concurrency < 1 || concurrency > most)
    throw problem(resource, `Concurrency of ${channel} must be 1 to ${most}`);
  const behavior = fieldsOf(fields['CrossChannelBehavior'])['BehaviorType'];
  return { channel, concurrency, besideOthers: behavior === 'ROUTE_ANY_CHANNEL' };
}

function queuesOf(resource: ResourceRequest) {
  return listProperty(resource, 'QueueConfigs').map((value) => {
    const { QueueReference, Priority } = fieldsOf(value) as { QueueReference: Fields; Priority: unknown };
    const channel = channelOf(resource, QueueReference['Channel']);
    return { queueId: last(QueueReference['QueueArn']), channel, priority: Number(Priority) };
  });
}

function targetOf(resource: ResourceRequest): QuickConnectSpec['target'] {
  const config = objectProperty(resource, 'QuickConnectConfig');
  const type = config['QuickConnectType'];
  if (type === 'PHONE_NUMBER')
    return { type: 'phone_number', number: String(fieldsOf(config['PhoneConfig'])['PhoneNumber']) };
  const queue = fieldsOf(config['QueueConfig']);
  if (type === 'QUEUE')
    return { type: 'queue', queueId: last(queue['QueueArn']), flowId: last(queue['ContactFlowArn']) };
  const user = fieldsOf(config['UserConfig']);
  if (type === 'USER')
    return { type: 'agent', userId: last(user['UserArn']), flowId: last(user['ContactFlowArn']) };
  throw problem(resource, 'QuickConnectType must be PHONE_NUMBER, QUEUE or USER');
}

function workSeconds(resource: ResourceRequest): number {
  const seconds = objectProperty(resource, 'PhoneConfig')['AfterContactWorkTimeLimit'] ?? 0;
  if (typeof seconds === 'number' && seconds >= 0) return seconds;
  throw problem(resource, 'PhoneConfig.AfterContactWorkTimeLimit must be a number from 0 on');
}

/** `AWS::Connect::User` and what users are made of. */
export const contactCentreStaff: ResourceTypes = {
  'AWS::Connect::User': staffType(
    { kind: 'user', arnKind: 'agent', attribute: 'UserArn' },
    (resource, { services }) => {
      const names = objectProperty(resource, 'IdentityInfo');
      const text = (name: string) => (typeof names[name] === 'string' ? names[name] : undefined);
      services.connect.staff.add('user', {
        ...identity(resource),
        userName: textProperty(resource, 'Username'),
        firstName: text('FirstName'),
        lastName: text('LastName'),
        email: text('Email'),
        routingProfileId: last(textProperty(resource, 'RoutingProfileArn')),
        securityProfileIds: listProperty(resource, 'SecurityProfileArns').map(last),
        autoAccept: objectProperty(resource, 'PhoneConfig')['AutoAccept'] === true,
        afterContactWorkSeconds: workSeconds(resource),
      });
    },
  ),
  'AWS::Connect::RoutingProfile': staffType(
    { kind: 'routingProfile', arnKind: 'routing-profile', attribute: 'RoutingProfileArn' },
    (resource, { services }) =>
      services.connect.staff.add('routingProfile', {
        ...identity(resource),
        name: textProperty(resource, 'Name'),
        defaultOutboundQueueId: last(textProperty(resource, 'DefaultOutboundQueueArn')),
        concurrencies: listProperty(resource, 'MediaConcurrencies').map((each) =>
          concurrencyOf(resource, each),
        ),
        queues: queuesOf(resource),
      }),
  ),
  'AWS::Connect::SecurityProfile': staffType(
    { kind: 'securityProfile', arnKind: 'security-profile', attribute: 'SecurityProfileArn' },
    (resource, { services }) =>
      services.connect.staff.add('securityProfile', {
        ...identity(resource),
        name: textProperty(resource, 'SecurityProfileName'),
        permissions: listProperty(resource, 'Permissions').map(String),
      }),
  ),
  'AWS::Connect::QuickConnect': staffType(
    { kind: 'quickConnect', arnKind: 'transfer-destination', attribute: 'QuickConnectArn' },
    (resource, { services }) =>
      services.connect.staff.add('quickConnect', {
        ...identity(resource),
        name: textProperty(resource, 'Name'),
        target: targetOf(resource),
      }),
  ),
  'AWS::Connect::AgentStatus': staffType(
    { kind: 'agentStatus', arnKind: 'agent-state', attribute: 'AgentStatusArn' },
    (resource, { services }) => {
      // Available and Offline are every instance's own: a template makes custom ones.
      const type = optionalText(resource, 'Type') ?? 'CUSTOM';
      if (type !== 'CUSTOM') throw problem(resource, 'Type must be CUSTOM');
      if (textProperty(resource, 'State') !== 'ENABLED') return;
      services.connect.staff.add('agentStatus', {
        ...identity(resource),
        name: textProperty(resource, 'Name'),
        type: 'not_routable',
      });
    },
  ),
};

import { type AtlasStack, connectInstanceArn } from '@atlas-engine/constructs';
import { demoAgents } from '@atlas-engine/resource-names';
import { CfnAgentStatus, CfnRoutingProfile, CfnSecurityProfile, CfnUser } from 'aws-cdk-lib/aws-connect';
import type { Departments } from './departments.ts';

/** The queues whose contacts come to agents, by their ARN. */
interface Served extends Pick<Departments, 'queues'> {
  readonly outreach: string;
}

const channels = ['VOICE', 'CHAT', 'TASK'] as const;
type Channel = (typeof channels)[number];

/** People in chats and tasks may be called, and the other way round: two contacts at once. */
const concurrency: Readonly<Record<Channel, number>> = { VOICE: 1, CHAT: 2, TASK: 2 };

/** People who are on the line because they were called go first. */
const priorities = { outreach: 1, department: 2 };

/** Why agents take no contacts for a while, beside Amazon Connect's own `Offline`. */
const absences = ['Break', 'Meeting', 'Training'];

/** What agents may do, and which contacts come to them; on stage `local` also two of them. */
export function addAgents(stack: AtlasStack, { outreach, queues }: Served): void {
  const { connect } = stack.names;
  const { LendingQueue, ...others } = queues;
  const add = (id: string, profile: { readonly name: string; readonly queues: readonly Routed[] }) =>
    addRoutingProfile(stack, id, { ...profile, outreach });
  const routing = add('AgentRouting', {
    name: connect.routingProfile,
    queues: [
      { queue: outreach, channel: 'VOICE', priority: priorities.outreach },
      ...Object.values(others).flatMap(everyChannel),
    ],
  });
  add('LenderRouting', { name: connect.lendingRoutingProfile, queues: everyChannel(LendingQueue) });
  for (const [order, name] of absences.entries())
    new CfnAgentStatus(stack, `${name}Status`, {
      instanceArn: connectInstanceArn(stack.names),
      name,
      displayOrder: order + 1,
      state: 'ENABLED',
    });
  const security = new CfnSecurityProfile(stack, 'AgentSecurity', {
    instanceArn: connectInstanceArn(stack.names),
    securityProfileName: connect.securityProfile,
    description: 'Takes contacts and calls out; administers nothing.',
    permissions: ['BasicAgentAccess', 'OutboundCallAccess'],
  });
  if (stack.names.stage === 'local') addDemoAgents(stack, routing, security);
}

interface Routed {
  readonly queue: string;
  readonly channel: Channel;
  readonly priority: number;
}

const everyChannel = (queue: string): readonly Routed[] =>
  channels.map((channel) => ({ queue, channel, priority: priorities.department }));

function addRoutingProfile(
  stack: AtlasStack,
  id: string,
  profile: { readonly name: string; readonly outreach: string; readonly queues: readonly Routed[] },
): CfnRoutingProfile {
  return new CfnRoutingProfile(stack, id, {
    instanceArn: connectInstanceArn(stack.names),
    name: profile.name,
    description: 'Calls, chats and tasks.',
    defaultOutboundQueueArn: profile.outreach,
    mediaConcurrencies: channels.map((channel) => ({
      channel,
      concurrency: concurrency[channel],
      crossChannelBehavior: { behaviorType: 'ROUTE_ANY_CHANNEL' },
    })),
    queueConfigs: profile.queues.map(({ queue: queueArn, channel, priority }) => ({
      delay: 0,
      priority,
      queueReference: { channel, queueArn },
    })),
  });
}

function addDemoAgents(stack: AtlasStack, routing: CfnRoutingProfile, security: CfnSecurityProfile): void {
  for (const { userName, firstName, lastName } of demoAgents)
    // The control panel of the local cloud asks for no password.
    new CfnUser(stack, userName, {
      instanceArn: connectInstanceArn(stack.names),
      username: userName,
      identityInfo: { firstName, lastName },
      phoneConfig: { phoneType: 'SOFT_PHONE', autoAccept: false, afterContactWorkTimeLimit: 0 },
      routingProfileArn: routing.attrRoutingProfileArn,
      securityProfileArns: [security.attrSecurityProfileArn],
    });
}

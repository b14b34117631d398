import type { AgentRecord } from './agent-record.ts';
import type { AgentPlace } from './place.ts';
import type { AgentStatusSpec, RoutingProfileSpec, UserSpec } from './staff.ts';

/** Countries that may be dialled, as the panel lists them. */
const dialableCountries = ['us', 'ca', 'gb', 'es', 'mx'];

/** A permission of a security profile, as the panel names it. */
const wirePermissions: Readonly<Record<string, string>> = {
  OutboundCallAccess: 'outboundCall',
  AudioDeviceSettings: 'audioDeviceSettings',
  VideoContactAccess: 'videoContact',
  RestrictTaskCreation: 'restrictTaskCreation',
};

/** What `agent::update` carries about who the agent is and what they may do. */
export function configurationOf(
  record: AgentRecord,
  who: {
    readonly user: UserSpec;
    readonly profile: RoutingProfileSpec;
    readonly permissions: readonly string[];
    readonly statuses: readonly AgentStatusSpec[];
    readonly place: AgentPlace;
  },
) {
  const { user, profile, place } = who;
  const { settings } = record;
  const profileArn = `${place.arn}/routing-profile/${profile.id}`;
  const queueIds = new Set(profile.queues.map(({ queueId }) => queueId));
  const name = [user.firstName, user.lastName].filter((part) => part !== undefined).join(' ');
  return {
    name: name === '' ? user.userName : name,
    username: user.userName,
    agentARN: `${place.arn}/agent/${user.id}`,
    extension: settings.extension ?? null,
    softphoneEnabled: settings.softphoneEnabled ?? true,
    softphoneAutoAccept: place.autoAccepts,
    softphonePersistentConnection: false,
    voiceEnhancementMode: 'NONE',
    agentPreferences: { LANGUAGE: settings.language ?? 'en_US' },
    permissions: who.permissions.flatMap((permission) => wirePermissions[permission] ?? []),
    dialableCountries,
    agentStates: who.statuses.map((status) => ({
      agentStateARN: `${place.arn}/agent-state/${status.id}`,
      name: status.name,
      type: status.type,
      startTimestamp: null,
    })),
    routingProfile: {
      name: profile.name,
      routingProfileARN: profileArn,
      routingProfileId: profileArn,
      defaultOutboundQueue: place.queue(profile.defaultOutboundQueueId),
      // An agent has a queue of their own, without a name.
      queues: [...[...queueIds].map((id) => place.queue(id)), place.queue(`agent/${user.id}`)],
      channelConcurrencyMap: Object.fromEntries(
        profile.concurrencies.map(({ channel, concurrency }) => [channel, concurrency]),
      ),
    },
  };
}

export type AgentConfiguration = ReturnType<typeof configurationOf>;

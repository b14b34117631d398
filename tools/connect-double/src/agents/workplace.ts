import { instanceArn } from '../contact-events.ts';
import { AgentCallError } from './agent-call-error.ts';
import type { AgentRecord } from './agent-record.ts';
import { hasRoomFor } from './agent-state.ts';
import { configurationOf } from './configuration.ts';
import type { Desk } from './methods/method.ts';
import type { PeopleOptions } from './people.ts';
import type { AgentPlace } from './place.ts';
import { snapshotOf } from './snapshot.ts';
import type { Channel, RoutingProfileSpec, UserSpec } from './staff.ts';

/** What an agent's record means in their instance: their user, what they see, what they may do. */
export interface Workplace {
  userOf(record: AgentRecord): UserSpec | undefined;
  profileOf(record: AgentRecord): RoutingProfileSpec | undefined;
  permissionsOf(user: UserSpec): readonly string[];
  /** Whether an agent is available, with room for one more contact of a channel. */
  isFree(record: AgentRecord, channel: Channel): boolean;
  /** What `agent::update` carries. */
  updateOf(record: AgentRecord): {
    readonly snapshot: ReturnType<typeof snapshotOf>;
    readonly configuration: ReturnType<typeof configurationOf>;
  };
  deskOf(record: AgentRecord, state: Pick<Desk, 'record' | 'save'>): Desk;
}

export function createWorkplace(options: PeopleOptions): Workplace {
  const { clock, staff, resources, contacts } = options;
  const arnOf = (instanceId: string): string => instanceArn(options.region, options.accountId, instanceId);

  const userOf = (record: AgentRecord): UserSpec | undefined =>
    staff.find('user', record.instanceId, record.id);
  const profileOf = (record: AgentRecord): RoutingProfileSpec | undefined =>
    staff.find('routingProfile', record.instanceId, userOf(record)?.routingProfileId ?? '');
  const permissionsOf = ({ instanceId, securityProfileIds }: UserSpec): readonly string[] =>
    securityProfileIds.flatMap((id) => staff.find('securityProfile', instanceId, id)?.permissions ?? []);

  const placeOf = ({ id: agentId, instanceId, settings }: AgentRecord, user: UserSpec): AgentPlace => {
    const arn = arnOf(instanceId);
    const statuses = staff.list('agentStatus', instanceId);
    return {
      now: clock.now(),
      arn,
      userName: user.userName,
      autoAccepts: settings.softphoneAutoAccept ?? user.autoAccept ?? false,
      status: (id) =>
        // A state that was removed from the instance leaves whoever had chosen it offline.
        statuses.find((each) => each.id === id) ?? { instanceId, id, name: 'Offline', type: 'offline' },
      queue: (id) => {
        const queueARN = `${arn}/queue/${id}`;
        const name = id.startsWith('agent/') ? null : (resources.findQueue(instanceId, id)?.name ?? id);
        return { name, queueARN, queueId: queueARN };
      },
      contact: (id) => contacts.get(id),
      chatAuthentication: (contactId) => options.chatAuthentication(contactId, agentId),
    };
  };

  return {
    userOf,
    profileOf,
    permissionsOf,
    isFree(record, channel) {
      const user = userOf(record);
      const profile = profileOf(record);
      if (!record.signedIn || user === undefined || profile === undefined) return false;
      const { type } = placeOf(record, user).status(record.statusId);
      return type === 'routable' && hasRoomFor(channel, record, profile);
    },
    updateOf(record) {
      const user = staff.get('user', record.instanceId, record.id);
      const place = placeOf(record, user);
      const configuration = configurationOf(record, {
        user,
        place,
        profile: staff.get('routingProfile', record.instanceId, user.routingProfileId),
        permissions: permissionsOf(user),
        statuses: staff.list('agentStatus', record.instanceId),
      });
      return { snapshot: snapshotOf(record, place), configuration };
    },
    deskOf(record, state) {
      const user = staff.get('user', record.instanceId, record.id);
      return {
        ...state,
        now: clock.now(),
        arn: arnOf(record.instanceId),
        user,
        profile: staff.get('routingProfile', user.instanceId, user.routingProfileId),
        permissions: permissionsOf(user),
        staff,
        resources,
        life: options.life(),
        contact(id) {
          const contact = contacts.get(id);
          if (contact !== undefined) return contact;
          throw new AgentCallError('ResourceNotFoundException', 'contactId: there is no such contact');
        },
        chatToken: (contactId) =>
          options.agentChatToken({
            contactId,
            agentId: record.id,
            displayName: user.firstName ?? user.userName,
          }),
        transferChat: options.transferChat,
      };
    },
  };
}

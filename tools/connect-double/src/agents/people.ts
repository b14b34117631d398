import type { Collection, SimulationClock, StateStore } from '@atlas-engine/simulation';
import { instanceArn } from '../contact-events.ts';
import type { ContactState } from '../contact.ts';
import type { ContactLife } from '../life/contact-life.ts';
import type { PeopleOfContacts } from '../life/people.ts';
import type { ConnectResources } from '../resources.ts';
import { AgentCallError } from './agent-call-error.ts';
import { type AgentRecord, isVoice, newAgent } from './agent-record.ts';
import { hasRoomFor, mayServe } from './agent-state.ts';
import { type AgentConfiguration, configurationOf } from './configuration.ts';
import { followContact, followThirdParty, newLeg } from './follow-contact.ts';
import { createLegTimers } from './leg-timers.ts';
import { methods } from './methods/index.ts';
import type { Desk, Params } from './methods/method.ts';
import type { AgentPlace } from './place.ts';
import { type AgentSnapshot, snapshotOf } from './snapshot.ts';
import type { Staff, UserSpec } from './staff.ts';

export interface PeopleOptions {
  readonly clock: SimulationClock;
  readonly store: StateStore;
  readonly region: string;
  readonly accountId: string;
  readonly contacts: Collection<ContactState>;
  readonly resources: ConnectResources;
  readonly staff: Staff;
  /** Asked late: contacts and people know each other. */
  readonly life: () => ContactLife;
  /** Gives an agent a token for the participant service of a chat. */
  readonly agentChatToken?: AgentChatToken | undefined;
}

/** Gives an agent a token for the participant service of a chat. */
export type AgentChatToken = (chat: {
  readonly contactId: string;
  readonly agentId: string;
  readonly displayName: string;
}) => Promise<{ readonly participantToken: string; readonly expiry: string }>;

/** Users of the instances at their control panels: what they see, and what they do. */
export interface People {
  users(instanceId: string): readonly UserSpec[];
  /** Opens the panel for a user. @throws AgentCallError AccessDeniedException without `BasicAgentAccess` */
  signIn(instanceId: string, userId: string): void;
  /** Leaves the panel: the agent is offline for new contacts, and keeps those at hand. */
  signOut(instanceId: string, userId: string): void;
  isSignedIn(instanceId: string, userId: string): boolean;
  /** Whether a contact is on a user's panel. */
  has(userId: string, contactId: string): boolean;
  /** What `agent::update` carries, moments as epoch milliseconds. */
  update(
    instanceId: string,
    userId: string,
  ): { readonly snapshot: AgentSnapshot; readonly configuration: AgentConfiguration };
  /** Calls a method of the panel's API. @throws AgentCallError as the service refuses it */
  call(userId: string, method: string, params: Params): Promise<unknown>;
  /** Tells of each change of what an agent sees, until the returned function is called. */
  onChange(userId: string, listener: () => void): () => void;
  /** Re-arms what an earlier process left to come. */
  resume(): void;
}

const needed = 'BasicAgentAccess';

export function createPeople(options: PeopleOptions): People & PeopleOfContacts {
  const { clock, staff, resources, contacts } = options;
  const records: Collection<AgentRecord> = options.store.collection('connect/agents');
  const listeners = new Map<string, Set<() => void>>();

  const userOf = (record: AgentRecord): UserSpec | undefined =>
    staff.find('user', record.instanceId, record.id);
  const recordOf = (userId: string): AgentRecord => {
    const record = records.get(userId);
    if (record === undefined)
      throw new AgentCallError('ResourceNotFoundException', 'Nobody has signed in as this user');
    return record;
  };
  const tell = (userId: string): void => {
    for (const listener of listeners.get(userId) ?? []) listener();
  };
  const save = (record: AgentRecord): void => {
    records.set(record.id, record);
    timers.arm(record);
    tell(record.id);
  };
  const timers = createLegTimers({ clock, records, save, clear: (id, leg) => clearByTime(id, leg) });
  const clearByTime = (userId: string, contactId: string): Promise<unknown> =>
    people.call(userId, 'clearContact', { contactId });

  const permissionsOf = ({ instanceId, securityProfileIds }: UserSpec): readonly string[] =>
    securityProfileIds.flatMap((id) => staff.find('securityProfile', instanceId, id)?.permissions ?? []);

  const placeOf = (record: AgentRecord, user: UserSpec): AgentPlace => {
    const arn = instanceArn(options.region, options.accountId, record.instanceId);
    const statuses = staff.list('agentStatus', record.instanceId);
    return {
      now: clock.now(),
      arn,
      userName: user.userName,
      autoAccepts: record.settings.softphoneAutoAccept ?? user.autoAccept ?? false,
      status: (id) =>
        statuses.find((each) => each.id === id) ?? {
          instanceId: record.instanceId,
          id,
          name: 'Offline',
          type: 'offline',
        },
      queue: (id) => {
        const queueARN = `${arn}/queue/${id}`;
        const name = id.startsWith('agent/')
          ? null
          : (resources.findQueue(record.instanceId, id)?.name ?? id);
        return { name, queueARN, queueId: queueARN };
      },
      contact: (id) => contacts.get(id),
    };
  };

  const deskOf = (userId: string): Desk => {
    const record = recordOf(userId);
    const user = staff.get('user', record.instanceId, userId);
    return {
      now: clock.now(),
      arn: instanceArn(options.region, options.accountId, record.instanceId),
      user,
      profile: staff.get('routingProfile', user.instanceId, user.routingProfileId),
      permissions: permissionsOf(user),
      staff,
      resources,
      life: options.life(),
      record: () => recordOf(userId),
      save,
      contact(id) {
        const contact = contacts.get(id);
        if (contact !== undefined) return contact;
        throw new AgentCallError('ResourceNotFoundException', 'contactId: there is no such contact');
      },
      chatToken(contactId) {
        if (options.agentChatToken === undefined)
          throw new AgentCallError('InvalidStateException', 'There is no participant service');
        return options.agentChatToken({
          contactId,
          agentId: userId,
          displayName: user.firstName ?? user.userName,
        });
      },
    };
  };

  const isFree = (record: AgentRecord, channel: 'VOICE' | 'CHAT' | 'TASK'): boolean => {
    const user = userOf(record);
    const profile = user && staff.find('routingProfile', user.instanceId, user.routingProfileId);
    if (!record.signedIn || profile === undefined || user === undefined) return false;
    return (
      placeOf(record, user).status(record.statusId).type === 'routable' &&
      hasRoomFor(channel, record, profile)
    );
  };

  const follow = (record: AgentRecord, contact: ContactState): AgentRecord => {
    const now = clock.now();
    const legs = record.legs.map((leg) =>
      leg.contactId === contact.id
        ? followContact(leg, contact, { agentId: record.id, now })
        : leg.connections.some(({ contactId }) => contactId === contact.id)
          ? followThirdParty(leg, contact, now)
          : leg,
    );
    const isNew =
      contact.agent?.isPerson === true &&
      contact.agent.id === record.id &&
      contact.agent.clearedAt === undefined &&
      !legs.some(({ contactId }) => contactId === contact.id);
    const limit = userOf(record)?.afterContactWorkSeconds ?? 0;
    const timed = legs.map((leg) =>
      leg.state === 'ended' && leg.timers.length === 0 && limit > 0
        ? { ...leg, timers: [{ kind: 'clear', at: leg.since + limit * 1000 } as const] }
        : leg,
    );
    return { ...record, legs: isNew ? [...timed, newLeg(contact, now)] : timed };
  };

  const people: People & PeopleOfContacts = {
    users: (instanceId) => staff.list('user', instanceId),
    signIn(instanceId, userId) {
      const user = staff.get('user', instanceId, userId);
      if (!permissionsOf(user).includes(needed))
        throw new AgentCallError('AccessDeniedException', `The user's security profiles lack ${needed}`);
      save({ ...(records.get(userId) ?? newAgent(userId, instanceId, clock.now())), signedIn: true });
      options.life().assign();
    },
    signOut(_, userId) {
      const record = records.get(userId);
      if (record !== undefined)
        save({
          ...record,
          signedIn: false,
          statusId: 'offline',
          since: clock.now(),
          nextStatusId: undefined,
        });
    },
    isSignedIn: (_, userId) => records.get(userId)?.signedIn === true,
    has: (userId, contactId) => records.get(userId)?.legs.some((leg) => leg.contactId === contactId) === true,
    update(instanceId, userId) {
      const user = staff.get('user', instanceId, userId);
      const record = recordOf(userId);
      const place = placeOf(record, user);
      const configuration = configurationOf(record, {
        user,
        place,
        profile: staff.get('routingProfile', instanceId, user.routingProfileId),
        permissions: permissionsOf(user),
        statuses: staff.list('agentStatus', instanceId),
      });
      return { snapshot: snapshotOf(record, place), configuration };
    },
    async call(userId, method, params) {
      const known = methods[method];
      if (known === undefined)
        throw new AgentCallError('ValidationException', `${method} is not supported by this simulator`);
      return await known(deskOf(userId), params);
    },
    onChange(userId, listener) {
      const own = listeners.get(userId) ?? new Set();
      listeners.set(userId, own.add(listener));
      return () => void own.delete(listener);
    },
    resume() {
      for (const record of records.values()) timers.arm(record);
    },
    takerOf(contact) {
      const free = [...records.values()].filter((record) => {
        const profileId = userOf(record)?.routingProfileId ?? '';
        const profile = staff.find('routingProfile', record.instanceId, profileId);
        return (
          record.instanceId === contact.instanceId &&
          profile !== undefined &&
          mayServe(contact, record.id, profile) &&
          isFree(record, contact.channel)
        );
      });
      // Who has waited longest comes first.
      return free.toSorted((a, b) => a.since - b.since)[0]?.id;
    },
    present: (instanceId, only) =>
      [...records.values()]
        .filter((record) => record.instanceId === instanceId && record.signedIn)
        .filter((record) => only === undefined || (isFree(record, 'VOICE') && !record.legs.some(isVoice)))
        .map(({ id }) => id),
    nameOf(instanceId, agentId) {
      const user = staff.find('user', instanceId, agentId);
      return (
        user && { userName: user.userName, firstName: user.firstName ?? '', lastName: user.lastName ?? '' }
      );
    },
    heed(contact) {
      for (const record of records.values()) {
        const followed = follow(record, contact);
        const shows = record.legs.some(({ contactId }) => contactId === contact.id);
        if (JSON.stringify(followed) !== JSON.stringify(record)) save(followed);
        // Its attributes may be other ones.
        else if (shows) tell(record.id);
      }
    },
  };
  return people;
}

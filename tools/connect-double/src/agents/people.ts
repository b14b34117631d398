import type { Collection, SimulationClock, StateStore } from '@atlas-engine/simulation';
import type { ContactState } from '../contact.ts';
import type { ContactLife } from '../life/contact-life.ts';
import type { PeopleOfContacts } from '../life/people.ts';
import type { ConnectResources } from '../resources.ts';
import { AgentCallError } from './agent-call-error.ts';
import { type AgentRecord, newAgent } from './agent-record.ts';
import { mayServe } from './agent-state.ts';
import type { AgentConfiguration } from './configuration.ts';
import { legsAfter } from './follow-contact.ts';
import { createLegTimers } from './leg-timers.ts';
import { methods } from './methods/index.ts';
import type { Params } from './methods/method.ts';
import type { AgentSnapshot } from './snapshot.ts';
import type { Staff, UserSpec } from './staff.ts';
import { createWorkplace } from './workplace.ts';

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
  readonly agentChatToken: AgentChatToken;
  /** The authentication of an agent's leg of a chat; empty when the chat is over. */
  readonly chatAuthentication: (contactId: string, agentId: string) => string;
  readonly transferChat: (contactId: string, toContactId: string) => Promise<void>;
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
  signOut(userId: string): void;
  isSignedIn(userId: string): boolean;
  /** Whether a contact is on a user's panel. */
  has(userId: string, contactId: string): boolean;
  /** What `agent::update` carries, moments as epoch milliseconds. */
  update(userId: string): { readonly snapshot: AgentSnapshot; readonly configuration: AgentConfiguration };
  /** Calls a method of the panel's API. @throws AgentCallError as the service refuses it */
  call(userId: string, method: string, params: Params): Promise<unknown>;
  /** Tells of each change of what an agent sees, until the returned function is called. */
  onChange(userId: string, listener: () => void): () => void;
  /** Re-arms what an earlier process left to come. */
  resume(): void;
}

const needed = 'BasicAgentAccess';

export function createPeople(options: PeopleOptions): People & PeopleOfContacts {
  const { clock, staff } = options;
  const records: Collection<AgentRecord> = options.store.collection('connect/agents');
  const listeners = new Map<string, Set<() => void>>();
  const workplace = createWorkplace(options);

  const recordOf = (userId: string): AgentRecord => {
    const record = records.get(userId);
    if (record !== undefined) return record;
    throw new AgentCallError('ResourceNotFoundException', 'Nobody has signed in as this user');
  };
  const tell = (userId: string): void => {
    for (const listener of listeners.get(userId) ?? []) listener();
  };
  const save = (record: AgentRecord): void => {
    records.set(record.id, record);
    timers.arm(record);
    tell(record.id);
  };
  const call: People['call'] = async (userId, method, params) => {
    const known = methods[method];
    if (known === undefined)
      throw new AgentCallError('ValidationException', `${method} is not supported by this simulator`);
    return await known(workplace.deskOf(recordOf(userId), { record: () => recordOf(userId), save }), params);
  };
  const timers = createLegTimers({
    clock,
    records,
    save,
    clear: (userId, contactId) => call(userId, 'clearContact', { contactId }),
  });

  const follow = (record: AgentRecord, contact: ContactState): AgentRecord => {
    const limit = workplace.userOf(record)?.afterContactWorkSeconds ?? 0;
    return { ...record, legs: legsAfter(record, contact, { now: clock.now(), limit }) };
  };

  return {
    users: (instanceId) => staff.list('user', instanceId),
    signIn(instanceId, userId) {
      const user = staff.get('user', instanceId, userId);
      if (!workplace.permissionsOf(user).includes(needed))
        throw new AgentCallError('AccessDeniedException', `The user's security profiles lack ${needed}`);
      save({ ...(records.get(userId) ?? newAgent(userId, instanceId, clock.now())), signedIn: true });
      options.life().assign();
    },
    signOut(userId) {
      const record = records.get(userId);
      if (record === undefined) return;
      save({ ...record, signedIn: false, statusId: 'offline', since: clock.now(), nextStatusId: undefined });
    },
    isSignedIn(userId) {
      const record = records.get(userId);
      return record?.signedIn === true && workplace.userOf(record) !== undefined;
    },
    has: (userId, contactId) => records.get(userId)?.legs.some((leg) => leg.contactId === contactId) === true,
    update: (userId) => workplace.updateOf(recordOf(userId)),
    call,
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
        const profile = workplace.profileOf(record);
        if (record.instanceId !== contact.instanceId || profile === undefined) return false;
        return mayServe(contact, record.id, profile) && workplace.isFree(record, contact.channel);
      });
      // Who has waited longest comes first.
      return free.toSorted((a, b) => a.since - b.since)[0]?.id;
    },
    present: (instanceId, only) =>
      [...records.values()]
        .filter((record) => record.instanceId === instanceId && record.signedIn)
        .filter((record) => only === undefined || workplace.isFree(record, 'VOICE'))
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
}

import {
  AwsError,
  notSupported,
  restJsonService,
  stringField,
  type RestCall,
  type ServiceDouble,
} from '@atlas-engine/aws-wire';
import type { Collection, SimulationClock, StateStore } from '@atlas-engine/simulation';
import { agentRoutes } from './agents/agent-routes.ts';
import { type AgentChatToken, createPeople, type People } from './agents/people.ts';
import { createStaff, type Staff } from './agents/staff.ts';
import { type ChatPorts, type Chats, createChats } from './chat/chats.ts';
import { createStartChat } from './chat/start-chat.ts';
import { personaSchema, type Persona } from '@atlas-engine/simulated-customers';
import { isActive, withAttributes, type ContactState } from './contact.ts';
import { type ContactLife, createContactLife } from './life/contact-life.ts';
import type { ConnectPorts } from './life/stage.ts';
import { createRateLimit, defaultQuotas, type Quota } from './rate-limit.ts';
import { contactNotFound, describeContact } from './read-contact.ts';
import { createResources, type ConnectResources } from './resources.ts';
import { searchContacts } from './search-contacts.ts';
import { createStartOutbound } from './start-outbound.ts';

export interface ConnectOptions extends ConnectPorts {
  readonly clock: SimulationClock;
  readonly store: StateStore;
  readonly region: string;
  readonly accountId: string;
  /** Concurrent active calls per instance; Amazon Connect's default is 10. */
  readonly maxActiveCalls?: number;
  /** Concurrent active chats per instance; Amazon Connect's default is 100. */
  readonly maxActiveChats?: number;
  /** What attachments and websockets of chats need. */
  readonly chats?: ChatPorts;
  readonly quotas?: Readonly<Record<string, Quota>>;
  /** Ids of the simulated agents of every instance; three by default. */
  readonly agents?: readonly string[];
  /** How long a customer stays with a person who does not end the call, in milliseconds; ten minutes by default. */
  readonly customerStays?: number;
  readonly agentChatToken?: AgentChatToken;
}

export interface Connect extends ConnectResources {
  readonly service: ServiceDouble;
  /** Gives a number another persona than its digits say; `undefined` takes it back. */
  setPersona(number: string, persona: Persona | undefined): void;
  contacts(): readonly ContactState[];
  /** Chats and the participant service. */
  readonly chats: Chats;
  /** Users, routing profiles, security profiles, quick connects and agent states of the instances. */
  readonly staff: Staff;
  /** Users at their control panels. */
  readonly people: People;
  /** Goes on with the contacts that an earlier process left under way; call it when instances and flows are there. */
  resume(): void;
}

/** A Connect of calls alone. */
const noChats: ChatPorts = {
  attachments: {
    put: () => Promise.reject(notSupported('connect', 'attachments without a storage')),
    get: () => Promise.resolve(undefined),
  },
  url: () => 'http://127.0.0.1:4566',
};

const defaultAgents = ['agent-1', 'agent-2', 'agent-3'];

/** Amazon Connect as far as outbound calls need it. Whatever else is asked is refused by name. */
export function createConnect(options: ConnectOptions): Connect {
  const { clock, store, region, accountId, agents = defaultAgents } = options;
  const contacts: Collection<ContactState> = store.collection('connect/contacts');
  const personas: Collection<Persona> = store.collection('connect/personas');
  const resources = createResources(store);
  const staff = createStaff();
  const chats = createChats({
    ...{ clock, store, contacts, resources },
    ports: options.chats ?? noChats,
    life: () => life,
  });
  const agentChatToken: AgentChatToken = options.agentChatToken ?? ((chat) => chats.agentToken(chat));
  const people = createPeople({
    ...{ ...options, agentChatToken, contacts, resources, staff },
    chatAuthentication: (contactId, agentId) => chats.agentAuthentication(contactId, agentId),
    transferChat: (from, to) => chats.transfer(from, to),
    life: () => life,
  });
  const life: ContactLife = createContactLife({
    ...{ clock, region, accountId, contacts, resources, agents, people, ports: options },
    watch: chats.watch,
    customerStays: options.customerStays ?? 600_000,
  });
  const limit = createRateLimit(() => clock.now(), options.quotas ?? defaultQuotas);
  const maxActiveCalls = options.maxActiveCalls ?? 10;
  const startOutbound = createStartOutbound({ clock, contacts, resources, life, personas, maxActiveCalls });

  const find = (instanceId: string | undefined, contactId: string | undefined): ContactState => {
    const contact = contacts.get(contactId ?? '');
    if (contact?.instanceId !== instanceId || contact === undefined) throw contactNotFound(contactId ?? '');
    return contact;
  };
  const route = (
    [method, path]: readonly [string, string],
    operation: string,
    handle: (call: RestCall) => unknown,
  ) => ({
    method,
    path,
    operation,
    handle: (call: RestCall) => {
      limit(operation);
      return handle(call);
    },
  });

  const service = restJsonService({
    service: 'connect',
    routes: [
      route(['PUT', '/contact/outbound-voice'], 'StartOutboundVoiceContact', startOutbound),
      route(
        ['PUT', '/contact/chat'],
        'StartChatContact',
        createStartChat({
          ...{ clock, contacts, resources, life },
          tokens: chats.tokens,
          maxActiveChats: options.maxActiveChats ?? 100,
        }),
      ),
      route(['GET', '/contacts/{InstanceId}/{ContactId}'], 'DescribeContact', ({ params }) => ({
        Contact: describeContact(find(params['InstanceId'], params['ContactId']), options),
      })),
      route(
        ['GET', '/contact/attributes/{InstanceId}/{InitialContactId}'],
        'GetContactAttributes',
        ({ params }) => ({
          Attributes: find(params['InstanceId'], params['InitialContactId']).attributes,
        }),
      ),
      route(['POST', '/contact/attributes'], 'UpdateContactAttributes', ({ input }) => {
        const contact = find(stringField(input, 'InstanceId'), stringField(input, 'InitialContactId'));
        const added = input['Attributes'] as Record<string, string>;
        const attributes = { ...contact.attributes, ...added };
        const updated = { ...withAttributes(contact, attributes), updatedAt: clock.now() };
        contacts.set(contact.id, updated);
        people.heed(updated);
        return {};
      }),
      route(['POST', '/contact/stop'], 'StopContact', ({ input }) => {
        const contact = find(stringField(input, 'InstanceId'), stringField(input, 'ContactId'));
        if (!isActive(contact))
          throw new AwsError('ContactNotFoundException', 'The contact has ended', { status: 410 });
        life.stop(contact);
        return {};
      }),
      route(['POST', '/search-contacts'], 'SearchContacts', ({ input }) =>
        searchContacts(input, contacts.values()),
      ),
      ...agentRoutes(options, {
        ...{ resources, staff, now: () => clock.now() },
        contacts: () => [...contacts.values()],
      }).map(({ method, path, operation, handle }) => route([method, path], operation, handle)),
    ],
  });

  return {
    ...resources,
    service,
    chats,
    staff,
    people,
    setPersona(number, persona) {
      if (persona === undefined) personas.delete(number);
      else personas.set(number, personaSchema.parse(persona));
    },
    contacts: () => [...contacts.values()],
    resume: () => {
      life.resume();
      people.resume();
      life.assign();
    },
  };
}

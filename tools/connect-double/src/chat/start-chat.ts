import {
  AwsError,
  objectField,
  optionalList,
  optionalNumber,
  optionalObject,
  optionalString,
  refuseUnknownFields,
  type RestCall,
} from '@atlas-engine/aws-wire';
import { deterministicUuid, type Collection, type SimulationClock } from '@atlas-engine/simulation';
import { parameterError, readAttributes } from '../contact-attributes.ts';
import { type ContactState, isActive } from '../contact.ts';
import type { ContactLife } from '../life/contact-life.ts';
import type { ConnectResources } from '../resources.ts';
import { type Chat, customerOf } from './chat.ts';
import { contentProblem, messageTypes } from './message-content.ts';
import type { ParticipantTokens } from './participant-tokens.ts';

export interface StartChatOptions {
  readonly clock: SimulationClock;
  readonly contacts: Collection<ContactState>;
  readonly resources: ConnectResources;
  readonly life: ContactLife;
  readonly tokens: ParticipantTokens;
  /** Chats of an instance at a time; 100 is the service's default. */
  readonly maxActiveChats: number;
}

const minute = 60_000;
/** A customer must connect within five minutes. Source: API reference, StartChatContact. */
const connectsWithin = 5 * minute;
const known = [
  ...['InstanceId', 'ContactFlowId', 'Attributes', 'ParticipantDetails', 'InitialMessage', 'ClientToken'],
  ...['ChatDurationInMinutes', 'SupportedMessagingContentTypes'],
];

/** `StartChatContact`: the chat begins at once, whether or not its customer connects. */
export const createStartChat =
  (options: StartChatOptions) =>
  ({ input }: RestCall) => {
    refuseUnknownFields(input, known);
    const wanted = readInput(input);
    options.resources.instance(wanted.instanceId);
    options.resources.flow(wanted.instanceId, wanted.flowId);
    const contact = running(options, wanted) ?? begin(options, wanted);
    const participantId = customerOf(contact)?.id ?? '';
    const ParticipantToken = options.tokens.participantToken({ contactId: contact.id, participantId });
    return { ContactId: contact.id, ParticipantId: participantId, ParticipantToken };
  };

function readInput(input: Record<string, unknown>) {
  const required = (from: Record<string, unknown>, field: string, most: number): string => {
    const value = optionalString(from, field);
    if (value === undefined || value === '') throw parameterError(`${field} is required`);
    if (value.length > most) throw parameterError(`${field} must have at most ${most} characters`);
    return value;
  };
  const contentTypes = readContentTypes(input);
  return {
    instanceId: required(input, 'InstanceId', 250),
    flowId: required(input, 'ContactFlowId', 500),
    displayName: required(objectField(input, 'ParticipantDetails'), 'DisplayName', 256),
    clientToken: optionalString(input, 'ClientToken'),
    attributes: readAttributes(input),
    minutes: readMinutes(input),
    contentTypes,
    initialMessage: readInitialMessage(input, contentTypes),
  };
}

type Wanted = ReturnType<typeof readInput>;

function readContentTypes(input: Record<string, unknown>): readonly string[] {
  const types = optionalList(input, 'SupportedMessagingContentTypes') ?? ['text/plain'];
  const unknown = types.find((type) => !messageTypes.some((each) => each === type));
  if (unknown !== undefined)
    throw parameterError(`SupportedMessagingContentTypes may hold ${messageTypes.join(', ')}`);
  if (!types.includes('text/plain'))
    throw parameterError('SupportedMessagingContentTypes must hold text/plain');
  return types as readonly string[];
}

function readMinutes(input: Record<string, unknown>): number {
  const minutes = optionalNumber(input, 'ChatDurationInMinutes') ?? 1500;
  if (!Number.isInteger(minutes) || minutes < 60 || minutes > 10_080)
    throw parameterError('ChatDurationInMinutes must be 60 to 10080');
  return minutes;
}

function readInitialMessage(
  input: Record<string, unknown>,
  contentTypes: readonly string[],
): Chat['initialMessage'] {
  const message = optionalObject(input, 'InitialMessage');
  if (message === undefined) return undefined;
  const content = optionalString(message, 'Content') ?? '';
  const contentType = optionalString(message, 'ContentType') ?? '';
  const problem = contentProblem({ content, contentType, allowed: contentTypes });
  if (problem !== undefined) throw parameterError(`InitialMessage.${problem}`);
  return { content, contentType };
}

/** A token gives the same chat while that goes on. */
function running(
  { contacts }: StartChatOptions,
  { instanceId, clientToken }: Wanted,
): ContactState | undefined {
  if (clientToken === undefined) return undefined;
  for (const contact of contacts.values()) {
    const isIt = contact.channel === 'CHAT' && contact.clientToken === clientToken;
    if (isIt && contact.instanceId === instanceId && isActive(contact)) return contact;
  }
  return undefined;
}

function requireRoom({ contacts, maxActiveChats }: StartChatOptions, instanceId: string): void {
  let active = 0;
  for (const contact of contacts.values()) {
    active += contact.channel === 'CHAT' && contact.instanceId === instanceId && isActive(contact) ? 1 : 0;
  }
  if (active >= maxActiveChats)
    throw new AwsError('LimitExceededException', 'Concurrent active chats per instance', { status: 429 });
}

function begin(options: StartChatOptions, wanted: Wanted): ContactState {
  const { clock, contacts, life } = options;
  requireRoom(options, wanted.instanceId);
  const now = clock.now();
  const id = deterministicUuid('contact', wanted.clientToken ?? 'chat', String(contacts.size));
  const customer = {
    id: deterministicUuid('chat', id, 'customer'),
    role: 'CUSTOMER',
    displayName: wanted.displayName,
  } as const;
  const contact: ContactState = {
    id,
    instanceId: wanted.instanceId,
    channel: 'CHAT',
    initiationMethod: 'API',
    flowId: wanted.flowId,
    clientToken: wanted.clientToken,
    campaign: false,
    // A chat's customer is whoever connects: the persona plays no part.
    persona: 'interested',
    pickup: 'ANSWERED',
    initiatedAt: now,
    attributes: wanted.attributes,
    chat: {
      participants: [customer],
      items: [],
      contentTypes: wanted.contentTypes,
      unheard: [],
      replies: 0,
      tokens: {},
      initialMessage: wanted.initialMessage,
    },
    lines: [],
    heard: 0,
    spoken: 0,
    spans: [],
    dues: [
      { kind: 'initiated', at: now },
      { kind: 'chat-over', reason: 'CUSTOMER_CONNECTION_NOT_ESTABLISHED', at: now + connectsWithin },
      { kind: 'chat-over', reason: 'EXPIRED', at: now + wanted.minutes * minute },
    ],
    recordings: [],
    updatedAt: now,
  };
  life.begin(contact);
  return contact;
}

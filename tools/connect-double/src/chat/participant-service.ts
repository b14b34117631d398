import {
  invalidField,
  optionalBoolean,
  optionalList,
  optionalString,
  refuseUnknownFields,
  restJsonService,
  type RestCall,
  type RestRoute,
  type ServiceDouble,
  stringField,
} from '@atlas-engine/aws-wire';
import type { SimulationClock } from '@atlas-engine/simulation';
import type { ContactLife } from '../life/contact-life.ts';
import { only } from '../life/stage.ts';
import { createRateLimit, participantQuotas, type Quota } from '../rate-limit.ts';
import { attachmentRoutes } from './attachment-routes.ts';
import type { Attachments } from './attachments.ts';
import { customerConnected } from './begin.ts';
import { type ChatItem, chatEvents, chatOf } from './chat.ts';
import type { ChatSockets } from './chat-sockets.ts';
import type { Conversation } from './conversation.ts';
import { contentProblem } from './message-content.ts';
import { pageOfTranscript } from './page-of-transcript.ts';
import { accessDenied, type ParticipantTokens, type Present } from './participant-tokens.ts';

export interface ParticipantServiceOptions {
  readonly clock: SimulationClock;
  readonly life: Pick<ContactLife, 'act'>;
  readonly tokens: ParticipantTokens;
  readonly sockets: ChatSockets;
  readonly conversation: Conversation;
  readonly attachments: Attachments;
  /** Where the local cloud is reached, e.g. `http://127.0.0.1:4566`. */
  readonly url: () => string;
  readonly quotas?: Readonly<Record<string, Quota>> | undefined;
}

const socketPath = '/participant/websocket';
/** The service knows tokens and no signatures; its clients sign with an empty key. */
const isOurs = ({ path }: { readonly path: string }): boolean => path.startsWith('/participant/');
const iso = (at: number): string => new Date(at).toISOString();
export const bearerOf = ({ request }: RestCall): string | undefined => request.headers['x-amz-bearer'];
const written = ({ id, at }: ChatItem) => ({ Id: id, AbsoluteTime: iso(at) });

/**
 * The Amazon Connect participant service: what customers and agents do in a chat, by tokens instead of signatures.
 * Views and the authentication of customers are refused by name.
 */
export function createParticipantService(options: ParticipantServiceOptions): ServiceDouble {
  const { tokens, conversation, clock } = options;
  const limit = createRateLimit(
    () => clock.now(),
    options.quotas ?? participantQuotas,
    'ThrottlingException',
  );
  const present = (call: RestCall): Present => tokens.byConnectionToken(bearerOf(call));
  const post = (path: string, operation: string, handle: (call: RestCall) => unknown): RestRoute => ({
    method: 'POST',
    path: `/participant/${path}`,
    operation,
    handle: (call) => {
      limit(operation);
      return handle(call);
    },
  });

  const service = restJsonService({
    service: 'participant.connect',
    routes: [
      post('connection', 'CreateParticipantConnection', (call) => connect(options, call)),
      post('message', 'SendMessage', async (call) => {
        const by = present(call);
        refuseUnknownFields(call.input, ['Content', 'ContentType', 'ClientToken']);
        const contentType = stringField(call.input, 'ContentType');
        const content = stringField(call.input, 'Content');
        const problem = contentProblem({ content, contentType, allowed: chatOf(by.contact).contentTypes });
        if (problem !== undefined) throw problemOf(problem);
        const entry = { type: 'MESSAGE', contentType, content } as const;
        return written(await conversation.add(by, entry, optionalString(call.input, 'ClientToken')));
      }),
      post('event', 'SendEvent', async (call) =>
        written(await sendEvent(conversation, present(call), call.input)),
      ),
      post('transcript', 'GetTranscript', (call) => pageOfTranscript(call.input, present(call).contact)),
      post('disconnect', 'DisconnectParticipant', async (call) => {
        refuseUnknownFields(call.input, ['ClientToken']);
        await conversation.leave(present(call));
        return {};
      }),
      ...attachmentRoutes({ attachments: options.attachments, conversation, present, post }),
    ],
  });

  return {
    ...service,
    claims: isOurs,
    asSent: isOurs,
    crossOrigin: {
      preflight: isOurs,
      methods: ['GET', 'POST', 'PUT', 'OPTIONS'],
    },
    upgrade(request) {
      if (request.path !== socketPath) return undefined;
      const by = tokens.byWebSocketToken(request.query.get('token') ?? '');
      // Without a token the connection is refused, as by any gateway of websockets.
      if (by === undefined) throw accessDenied();
      return (socket) => options.sockets.open(by, socket);
    },
  };
}

const problemOf = (problem: string) => {
  const [field = '', ...rest] = problem.split(': ');
  return invalidField(field, rest.join(': '));
};

async function connect({ tokens, life, url }: ParticipantServiceOptions, call: RestCall) {
  const { contact, participant } = tokens.byParticipantToken(bearerOf(call));
  const { socket, credentials, joins } = readConnection(call.input);
  const holder = { contactId: contact.id, participantId: participant.id };
  if (participant.role === 'CUSTOMER' && (joins || socket))
    await life.act(contact.id, (current) => only(customerConnected(current)));
  return {
    ...(socket && { Websocket: socketOf(tokens.webSocketToken(holder), url()) }),
    ...(credentials && { ConnectionCredentials: credentialsOf(tokens.connectionToken(holder)) }),
  };
}

function readConnection(input: Readonly<Record<string, unknown>>) {
  refuseUnknownFields(input, ['Type', 'ConnectParticipant']);
  const types = optionalList(input, 'Type') ?? [];
  const joins = optionalBoolean(input, 'ConnectParticipant') === true;
  const isKnown = types.every((type) => type === 'WEBSOCKET' || type === 'CONNECTION_CREDENTIALS');
  if (!isKnown || (types.length === 0 && !joins))
    throw invalidField('Type', 'must hold WEBSOCKET, CONNECTION_CREDENTIALS or both');
  return {
    joins,
    socket: types.includes('WEBSOCKET'),
    credentials: types.includes('CONNECTION_CREDENTIALS'),
  };
}

interface Issued {
  readonly token: string;
  readonly expiresAt: number;
}

/** amazon-connect-chatjs opens clear-text websockets to 127.0.0.1 only. */
const socketOf = ({ token, expiresAt }: Issued, url: string) => {
  const { port } = new URL(url);
  return { Url: `ws://127.0.0.1:${port}${socketPath}?token=${token}`, ConnectionExpiry: iso(expiresAt) };
};

const credentialsOf = ({ token, expiresAt }: Issued) => ({ ConnectionToken: token, Expiry: iso(expiresAt) });

const receipts: Readonly<Record<string, boolean>> = {
  [chatEvents.delivered]: false,
  [chatEvents.read]: true,
};

async function sendEvent(
  conversation: Conversation,
  by: Present,
  input: Readonly<Record<string, unknown>>,
): Promise<ChatItem> {
  refuseUnknownFields(input, ['Content', 'ContentType', 'ClientToken']);
  const contentType = stringField(input, 'ContentType');
  if (contentType === chatEvents.typing) return conversation.pass(by, contentType);
  const read = receipts[contentType];
  if (read !== undefined) return conversation.acknowledge(by, { messageId: messageIdIn(input), read });
  throw invalidField(
    'ContentType',
    `must be one of ${[chatEvents.typing, ...Object.keys(receipts)].join(', ')}; connections are acknowledged by ConnectParticipant`,
  );
}

function messageIdIn(input: Readonly<Record<string, unknown>>): string {
  const content = stringField(input, 'Content');
  try {
    return stringField(JSON.parse(content) as Record<string, unknown>, 'messageId');
  } catch {
    throw invalidField('Content', 'must be JSON with a messageId');
  }
}

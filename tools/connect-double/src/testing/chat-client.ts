import { StartChatContactCommand, type StartChatContactCommandInput } from '@aws-sdk/client-connect';
import type { ConnectWorld } from './connect-world.ts';
import { instanceId } from './connect-world.ts';

/** An answer of the participant service. */
export interface ParticipantAnswer {
  readonly status: number;
  readonly error: string | undefined;
  readonly body: Record<string, unknown>;
}

/** One customer's side of a chat, by plain HTTP. */
export interface ChatClient {
  readonly contactId: string;
  readonly participantId: string;
  readonly participantToken: string;
  /** Calls the participant service with the connection token, or with another bearer. */
  call(path: string, body?: unknown, bearer?: string): Promise<ParticipantAnswer>;
  /** Connects, and gives what the service answers. */
  connect(types?: readonly string[]): Promise<ParticipantAnswer>;
  write(content: string, more?: Record<string, unknown>): Promise<ParticipantAnswer>;
  /** The transcript, oldest first, as `who: what`. */
  transcript(): Promise<readonly string[]>;
}

/** Starts a chat in the test's flow. */
export async function startChat(
  world: ConnectWorld,
  input: Partial<StartChatContactCommandInput> = {},
): Promise<ChatClient> {
  const started = await world.client().send(
    new StartChatContactCommand({
      InstanceId: instanceId,
      ContactFlowId: 'chat-flow',
      ParticipantDetails: { DisplayName: 'Sam' },
      ClientToken: 'chat-1',
      ...input,
    }),
  );
  const { ContactId = '', ParticipantId = '', ParticipantToken = '' } = started;
  let connectionToken = '';

  const call: ChatClient['call'] = async (path, body = {}, bearer = connectionToken) => {
    const response = await fetch(`${world.url()}/participant/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-amz-bearer': bearer },
      body: JSON.stringify(body),
    });
    return {
      status: response.status,
      error: response.headers.get('x-amzn-errortype') ?? undefined,
      body: (await response.json()) as Record<string, unknown>,
    };
  };

  return {
    contactId: ContactId,
    participantId: ParticipantId,
    participantToken: ParticipantToken,
    call,
    async connect(Type = ['WEBSOCKET', 'CONNECTION_CREDENTIALS']) {
      const answer = await call('connection', { Type }, ParticipantToken);
      const credentials = answer.body['ConnectionCredentials'] as { ConnectionToken: string } | undefined;
      connectionToken = credentials?.ConnectionToken ?? connectionToken;
      return answer;
    },
    write: (Content, more = {}) => call('message', { ContentType: 'text/plain', Content, ...more }),
    async transcript() {
      const { body } = await call('transcript', { MaxResults: 100, SortOrder: 'ASCENDING' });
      const items = (body['Transcript'] ?? []) as Record<string, string>[];
      return items.map(
        (item) =>
          `${item['DisplayName'] ?? ''}: ${item['Content'] ?? item['ContentType']?.split('event.')[1] ?? ''}`,
      );
    },
  };
}

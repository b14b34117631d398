import { callAws, parameterOf } from './call-aws.ts';
import type { System } from '../kit/system.ts';

/** A customer in a chat. */
export interface CustomerChat {
  readonly say: (text: string) => Promise<unknown>;
  readonly type: () => Promise<unknown>;
  /** What the customer was sent, oldest first. */
  readonly heard: () => Promise<readonly string[]>;
  readonly leave: () => Promise<unknown>;
}

/** Starts a chat by its entry flow, and connects as the customer does. */
export async function startChat(system: System, displayName: string): Promise<CustomerChat> {
  const body = {
    InstanceId: await parameterOf(system, 'connect/instance-id'),
    ContactFlowId: await parameterOf(system, 'connect/chat-flow-id'),
    ParticipantDetails: { DisplayName: displayName },
    Attributes: {},
  };
  const started = await callAws(system, { service: 'connect', method: 'PUT', path: '/contact/chat', body });
  const { ParticipantToken: token } = started as { readonly ParticipantToken: string };
  const post = async (path: string, bearer: string, content: object): Promise<unknown> => {
    const answer = await fetch(`${system.url}/participant/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-amz-bearer': bearer },
      body: JSON.stringify(content),
    });
    return answer.json();
  };
  const connection = (await post('connection', token, {
    Type: ['WEBSOCKET', 'CONNECTION_CREDENTIALS'],
    ConnectParticipant: true,
  })) as { readonly ConnectionCredentials: { readonly ConnectionToken: string } };
  const bearer = connection.ConnectionCredentials.ConnectionToken;
  return {
    say: async (text) => await post('message', bearer, { ContentType: 'text/plain', Content: text }),
    type: async () =>
      await post('event', bearer, { ContentType: 'application/vnd.amazonaws.connect.event.typing' }),
    heard: async () => {
      const page = await post('transcript', bearer, { MaxResults: 100, SortOrder: 'ASCENDING' });
      const { Transcript } = page as { readonly Transcript: readonly { readonly Content?: string }[] };
      return Transcript.flatMap(({ Content }) => Content ?? []);
    },
    leave: async () => await post('disconnect', bearer, {}),
  };
}

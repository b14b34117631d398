import type { ConnectClient } from '@aws-sdk/client-connect';
import { connectChats } from './connect-chats.ts';

const chat = {
  token: 'digest',
  displayName: 'Robin',
  attributes: { handOff: 'agent' },
  firstMessage: 'Hello',
};

const chatsOf = (answer: () => Promise<unknown>) => {
  const inputs: unknown[] = [];
  const client = {
    send: (command: { input: unknown }) => {
      inputs.push(command.input);
      return answer();
    },
  } as unknown as ConnectClient;
  return { inputs, ...connectChats({ client, instanceId: 'instance-1', flowId: 'flow-1' }) };
};
const failure = (name: string) => Object.assign(new Error(name), { name });

describe('chats of Amazon Connect', () => {
  it('are started in the one flow, with a token of their own', async () => {
    const chats = chatsOf(async () => ({ ContactId: 'c', ParticipantId: 'p', ParticipantToken: 't' }));
    expect(await chats.start(chat)).toEqual({ contactId: 'c', participantId: 'p', participantToken: 't' });
    expect(chats.inputs).toEqual([
      {
        InstanceId: 'instance-1',
        ContactFlowId: 'flow-1',
        ClientToken: 'digest',
        ParticipantDetails: { DisplayName: 'Robin' },
        Attributes: { handOff: 'agent' },
        SupportedMessagingContentTypes: ['text/plain', 'text/markdown'],
        InitialMessage: { ContentType: 'text/plain', Content: 'Hello' },
      },
    ]);
  });

  it.each([
    ['LimitExceededException', 'CHATS_FULL'],
    ['TooManyRequestsException', 'CHATS_FULL'],
    ['InternalServiceException', 'CHAT_UNAVAILABLE'],
    ['TimeoutError', 'CHAT_UNAVAILABLE'],
    ['AccessDeniedException', 'CHAT_REFUSED'],
    ['InvalidParameterException', 'CHAT_REFUSED'],
    ['ResourceNotFoundException', 'CHAT_REFUSED'],
  ])('that fail with %s are %s', async (name, code) => {
    await expect(chatsOf(() => Promise.reject(failure(name))).start(chat)).rejects.toMatchObject({ code });
  });

  it('without ids are no chats', async () => {
    await expect(chatsOf(async () => ({})).start(chat)).rejects.toMatchObject({ code: 'CHAT_UNAVAILABLE' });
  });
});

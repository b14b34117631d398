import { type ConnectClient, StartChatContactCommand } from '@aws-sdk/client-connect';
import { isThrottle, isTransient } from '@atlas-engine/function-kit';
import { ChatRefusedError, ChatsFullError, ChatUnavailableError } from './chat-errors.ts';
import type { Chats } from './chats.ts';

export interface ConnectChatsOptions {
  readonly client: Pick<ConnectClient, 'send'>;
  readonly instanceId: string;
  readonly flowId: string;
}

function translated(error: unknown): Error {
  if (isThrottle(error)) return new ChatsFullError(error);
  return isTransient(error) ? new ChatUnavailableError(error) : new ChatRefusedError(error);
}

/** Chats of Amazon Connect. The token makes the SDK's silent retries, and ours, one chat. */
export const connectChats = ({ client, instanceId, flowId }: ConnectChatsOptions): Chats => ({
  start: async ({ token, displayName, attributes, firstMessage }) => {
    const command = new StartChatContactCommand({
      InstanceId: instanceId,
      ContactFlowId: flowId,
      ClientToken: token,
      ParticipantDetails: { DisplayName: displayName },
      Attributes: { ...attributes },
      SupportedMessagingContentTypes: ['text/plain', 'text/markdown'],
      ...(firstMessage === undefined
        ? {}
        : { InitialMessage: { ContentType: 'text/plain', Content: firstMessage } }),
    });
    try {
      const { ContactId, ParticipantId, ParticipantToken } = await client.send(command);
      if (ContactId === undefined || ParticipantId === undefined || ParticipantToken === undefined)
        throw new ChatUnavailableError('an answer without ids');
      return { contactId: ContactId, participantId: ParticipantId, participantToken: ParticipantToken };
    } catch (error) {
      throw error instanceof ChatUnavailableError ? error : translated(error);
    }
  },
});

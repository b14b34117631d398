import { ConnectClient } from '@aws-sdk/client-connect';
import { awsClientOptions, readConfiguration } from '@atlas-engine/function-kit';
import { composeFunctionBase } from '@atlas-engine/interaction-store/compose';
import * as z from 'zod';
import { connectChats } from './chats/connect-chats.ts';
import { createAnswerRequest } from './http/answer-request.ts';
import { createStartChat } from './start-chat.ts';

const configuration = readConfiguration(
  z.object({ CONNECT_INSTANCE_ID: z.string().min(1), CONNECT_CHAT_FLOW_ID: z.string().min(1) }),
);
const base = composeFunctionBase('StartChatHandler');
export const { logger, metrics } = base;

export const answerRequest = createAnswerRequest(
  createStartChat({
    ...base,
    chats: connectChats({
      // The page waits: all attempts together must end well before API Gateway gives up.
      client: new ConnectClient(awsClientOptions({ requestTimeoutMs: 2500 })),
      instanceId: configuration.CONNECT_INSTANCE_ID,
      flowId: configuration.CONNECT_CHAT_FLOW_ID,
    }),
    count: (metric) => metrics.count(metric),
  }),
  logger,
);

import {
  AwsError,
  objectField,
  rawResponse,
  refuseUnknownFields,
  type RestCall,
} from '@atlas-engine/aws-wire';
import type { Conversations } from '../dialog/conversation.ts';
import { sessionHeaders } from './recognize.ts';
import { readAttributes, readMessages, readSessionState } from './session-input.ts';
import { sessionKeyOf } from './session-key.ts';
import { wireMessages, wireState } from './session-output.ts';
import { requireText, textFormat } from './text-format.ts';

const noSession = (sessionId: string): AwsError =>
  new AwsError('ResourceNotFoundException', `There is no session ${sessionId}.`, { status: 404 });

/** PutSession: opens a conversation, or puts it into another state. */
export const putSession =
  ({ put, now }: Conversations) =>
  async (call: RestCall) => {
    requireText(call, 'ResponseContentType');
    refuseUnknownFields(call.input, ['sessionState', 'messages', 'requestAttributes']);
    const requestAttributes = readAttributes(call.input['requestAttributes']);
    const session = await put({
      key: sessionKeyOf(call),
      requestAttributes,
      requestId: call.requestId,
      messages: readMessages(call.input['messages']),
      sessionState: readSessionState(objectField(call.input, 'sessionState'), now()),
    });
    return rawResponse({
      status: 200,
      headers: {
        'content-type': textFormat,
        ...sessionHeaders(call, session, { requestAttributes, now: now() }),
      },
    });
  };

/** GetSession. */
export const getSession =
  ({ get, now }: Conversations) =>
  (call: RestCall) => {
    const key = sessionKeyOf(call);
    const session = get(key);
    if (session === undefined) throw noSession(key.sessionId);
    return {
      sessionId: key.sessionId,
      messages: wireMessages(session),
      interpretations: session.interpretations,
      sessionState: wireState(session, call.requestId, now()),
    };
  };

/** DeleteSession. */
export const deleteSession = (conversations: Conversations) => (call: RestCall) => {
  const key = sessionKeyOf(call);
  if (!conversations.delete(key)) throw noSession(key.sessionId);
  return key;
};

import { rawResponse, refuseUnknownFields, type RestCall } from '@atlas-engine/aws-wire';
import type { Conversations } from '../dialog/conversation.ts';
import type { Session } from '../dialog/session.ts';
import { packed, unpacked } from './packed.ts';
import { readAttributes, readSessionState, readText } from './session-input.ts';
import { sessionKeyOf } from './session-key.ts';
import { wireMessages, wireState } from './session-output.ts';
import { requireText, textFormat } from './text-format.ts';

/** RecognizeText: JSON both ways. */
export const recognizeText =
  ({ say, now }: Conversations) =>
  async (call: RestCall) => {
    refuseUnknownFields(call.input, ['text', 'sessionState', 'requestAttributes']);
    const key = sessionKeyOf(call);
    const requestAttributes = readAttributes(call.input['requestAttributes']);
    const session = await say({
      key,
      requestAttributes,
      requestId: call.requestId,
      operation: 'RecognizeText',
      text: readText(call.input['text']),
      sessionState: readSessionState(call.input['sessionState'], now()),
    });
    return {
      messages: wireMessages(session),
      sessionState: wireState(session, call.requestId, now()),
      interpretations: session.interpretations,
      requestAttributes,
      sessionId: key.sessionId,
    };
  };

const stateHeader = 'x-amz-lex-session-state';
const attributesHeader = 'x-amz-lex-request-attributes';

/** RecognizeUtterance for text: everything but the text travels in packed headers. */
export const recognizeUtterance =
  ({ say, now }: Conversations) =>
  async (call: RestCall) => {
    requireText(call, 'Content-Type');
    requireText(call, 'Response-Content-Type');
    const { headers, body } = call.request;
    const key = sessionKeyOf(call);
    const text = readText(body.toString('utf8'));
    const requestAttributes = readAttributes(unpacked(attributesHeader, headers[attributesHeader]));
    const sessionState = readSessionState(unpacked(stateHeader, headers[stateHeader]), now());
    const session = await say({
      ...{ key, requestAttributes, requestId: call.requestId, text, sessionState },
      operation: 'RecognizeUtterance',
    });
    return rawResponse({
      status: 200,
      headers: {
        'content-type': textFormat,
        'x-amz-lex-input-mode': 'Text',
        'x-amz-lex-input-transcript': packed(text),
        'x-amz-lex-interpretations': packed(session.interpretations),
        ...sessionHeaders(call, session, { requestAttributes, now: now() }),
      },
    });
  };

/** The headers that RecognizeUtterance and PutSession share. */
export const sessionHeaders = (
  call: RestCall,
  session: Session,
  {
    requestAttributes,
    now,
  }: { readonly requestAttributes: Readonly<Record<string, string>>; readonly now: number },
): Record<string, string> => ({
  ...(session.messages.length === 0 ? {} : { 'x-amz-lex-messages': packed(session.messages) }),
  [stateHeader]: packed(wireState(session, call.requestId, now)),
  [attributesHeader]: packed(requestAttributes),
  'x-amz-lex-session-id': sessionKeyOf(call).sessionId,
  'x-amzn-requestid': call.requestId,
});

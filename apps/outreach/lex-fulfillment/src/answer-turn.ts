import { isAtlasError } from '@atlas-engine/domain';
import {
  type AnyBotIntent,
  type BotIntent,
  close,
  elicitIntent,
  type CodeHookEvent,
  type CodeHookResponse,
  type IntentName,
} from '@atlas-engine/lex-contracts';
import { createAnswerInCall } from './call/answer-in-call.ts';
import { namedCall } from './call/outbound-call.ts';
import { createFindTime } from './timing/find-time.ts';
import { createCheckRequestStatus } from './intents/check-request-status.ts';
import { help, notUnderstood } from './intents/guidance.ts';
import { createSpeakToAgent } from './intents/speak-to-agent.ts';
import { createOptOut } from './intents/opt-out.ts';
import { createRequestCall } from './intents/request-call.ts';
import { createRescheduleCall } from './intents/reschedule-call.ts';
import { createMoveCall } from './requests/move-call.ts';
import type { LexFulfillmentPorts } from './ports.ts';
import { createStateOf } from './requests/request-state.ts';
import { sessionAfter } from './conversation/session.ts';
import { withSender } from './conversation/sender.ts';
import { type Turn, turnOf } from './conversation/turn.ts';

type Parts = {
  readonly [Name in IntentName]: (turn: Turn<Name>) => CodeHookResponse | Promise<CodeHookResponse>;
};

function createParts(given: LexFulfillmentPorts): Parts {
  const ports = { ...given, findTime: createFindTime(given), stateOf: createStateOf(given) };
  return {
    RequestCall: createRequestCall(ports),
    CheckRequestStatus: createCheckRequestStatus(ports),
    RescheduleCall: createRescheduleCall({ ...ports, moveCall: createMoveCall(ports) }),
    OptOut: createOptOut(ports),
    SpeakToAgent: createSpeakToAgent(ports),
    Help: help,
    FallbackIntent: notUnderstood,
  };
}

/**
 * Answers one turn of a conversation with AtlasEngineBot.
 *
 * A failure that may pass is told to the customer, who can try again, and logged and counted; any other leaves as an
 * error: Lex then tells its caller that the turn failed.
 */
export function createAnswerTurn(ports: LexFulfillmentPorts) {
  const parts = createParts(ports);
  const answerInCall = createAnswerInCall(ports);

  const answer = async <Name extends IntentName>(event: CodeHookEvent, intent: BotIntent<Name>) => {
    const turn = turnOf(event, intent, ports.clock.now());
    return (await answerInCall({ event, intent, turn })) ?? parts[intent.name](turn);
  };

  const apologise = (event: CodeHookEvent, intent: AnyBotIntent): CodeHookResponse => {
    const { texts, session } = turnOf(event, intent, ports.clock.now());
    // Who is called did not come for us: a failure of ours must not end what they have to say.
    if (namedCall(event) !== undefined)
      return elicitIntent({ say: texts.call.sayAgain, sessionAttributes: sessionAfter(session) });
    return close({
      intent,
      state: 'Failed',
      say: texts.trouble,
      sessionAttributes: sessionAfter(session),
    });
  };

  return async (event: CodeHookEvent): Promise<CodeHookResponse> => {
    const intent = withSender(event, event.sessionState.intent);
    try {
      return await answer(event, intent);
    } catch (error) {
      if (!isAtlasError(error) || !error.retryable) throw error;
      ports.logger.error('turn failed', { intent: intent.name, error });
      ports.count('TurnFailed');
      return apologise(event, intent);
    }
  };
}

import {
  type AnswerableIntent,
  type BotIntent,
  close,
  type CodeHookEvent,
  type CodeHookResponse,
  elicitIntent,
  type IntentName,
} from '@atlas-engine/lex-contracts';
import type { LexFulfillmentPorts } from '../ports.ts';
import type { Turn } from '../conversation/turn.ts';
import { sessionAfter } from '../conversation/session.ts';
import { progressAttributes, readProgress } from './call-session.ts';
import { replyTo } from './converse.ts';
import { createFindOutboundCall, type OutboundCall } from './outbound-call.ts';
import { wishIn } from './remark.ts';

/** The intent by which the flow sees that the customer does not want to be called: whatever Lex took the words for. */
const optOut = {
  name: 'OptOut',
  slots: { PhoneNumber: null },
  state: 'Fulfilled',
  confirmationState: 'None',
} as const;

/** A turn of any intent, with the words that brought it. */
export interface CallTurn<Name extends IntentName> {
  readonly event: CodeHookEvent;
  readonly intent: BotIntent<Name>;
  readonly turn: Turn<Name>;
}

/**
 * Answers a turn in a call that we placed: who is called is not asked for a name, a number or consent. The bot goes
 * through the scenario of the call; a wish to be left alone, to speak to a person or to be called at another time is
 * heard first. `undefined` for every other conversation.
 */
export function createAnswerInCall({ store, count }: Pick<LexFulfillmentPorts, 'store' | 'count'>) {
  const findCall = createFindOutboundCall({ store });

  const stopCalling = async ({ request }: OutboundCall, at: Turn<IntentName>['now']): Promise<void> => {
    await store.doNotCall.add({ phone: request.lead.phone, source: 'VOICE', at });
    count('OptedOut');
  };

  return async <Name extends IntentName>({
    event,
    intent,
    turn,
  }: CallTurn<Name>): Promise<CodeHookResponse | undefined> => {
    const call = await findCall(event);
    if (call === undefined) return undefined;
    const { texts, session, now } = turn;
    const attributes = event.sessionState.sessionAttributes;
    const end = (say: string, ended: AnswerableIntent = intent) =>
      close({ intent: ended, state: 'Fulfilled', say, sessionAttributes: sessionAfter(session) });

    if (intent.name === 'SpeakToAgent') return end(texts.call.understood);
    const said = event.inputTranscript;
    if (intent.name === 'OptOut' || wishIn(said) === 'STOP_CALLING') {
      await stopCalling(call, now);
      return end(texts.call.understood, optOut);
    }
    // What the words say counts before the intent that Lex took them for.
    if (intent.name === 'RescheduleCall' && wishIn(said) === undefined) return end(texts.call.anotherTime);
    const reply = replyTo(said, { scenario: call.scenario, progress: readProgress(attributes), texts });
    if (reply.over) return end(reply.say);
    return elicitIntent({
      say: reply.say,
      sessionAttributes: { ...sessionAfter(session), ...progressAttributes(reply.progress) },
    });
  };
}

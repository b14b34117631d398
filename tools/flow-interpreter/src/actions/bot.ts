import * as z from 'zod';
import { defineAction, failed, failedBy, texts } from '../action.ts';
import { atMostOneMessage, messageOf, messageShape, oneMessageOnly } from './message-parameters.ts';

/** Hands the customer to a Lex V2 bot until an intent is fulfilled or failed; the intent's name chooses the branch. */
export const connectParticipantWithLexBot = defineAction({
  nextIsCopy: true,
  parameters: z
    .strictObject({
      ...messageShape,
      LexV2Bot: z.strictObject({ AliasArn: z.string() }),
      LexSessionAttributes: texts.optional(),
      LexInitializationData: z.strictObject({ InitialMessage: z.string().optional() }).optional(),
      LexTimeoutSeconds: z.strictObject({ Text: z.string().optional() }).optional(),
    })
    .refine(atMostOneMessage, oneMessageOnly),
  start({ parameters, text, map }) {
    const { LexV2Bot, LexSessionAttributes, LexInitializationData, LexTimeoutSeconds } = parameters;
    const initialMessage = LexInitializationData?.InitialMessage;
    return {
      ask: {
        kind: 'bot',
        botAliasArn: text(LexV2Bot.AliasArn),
        message: messageOf(parameters, text),
        sessionAttributes: map(LexSessionAttributes),
        ...(initialMessage === undefined ? {} : { initialMessage: text(initialMessage) }),
        ...(LexTimeoutSeconds?.Text === undefined ? {} : { textWithin: Number(LexTimeoutSeconds.Text) }),
      },
    };
  },
  resume({ run, action }, event) {
    if (event.kind === 'bot')
      return { branch: { value: event.result.IntentName }, run: { ...run, lex: event.result } };
    if (event.kind !== 'no-input') return failedBy(event);
    // The time-out branch is optional here.
    const hasBranch = action.Transitions?.Errors?.some((each) => each.ErrorType === 'InputTimeLimitExceeded');
    return failed(hasBranch === true ? 'InputTimeLimitExceeded' : 'NoMatchingError');
  },
});

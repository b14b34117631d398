import { close, confirmIntent, delegate, elicitIntent, elicitSlot } from './answers.ts';
import { codeHookResponseSchema } from './code-hook-response.ts';
import { intentSchema, type BotIntent } from './intent.ts';
import { LexResponseError } from './lex-response-error.ts';
import { lexLimits } from './limits.ts';
import { filledSlot } from './slot.ts';

const intent = intentSchema.parse({
  name: 'CheckRequestStatus',
  slots: {},
}) as BotIntent<'CheckRequestStatus'>;
const ambiguous = {
  value: { originalValue: "10 o'clock", interpretedValue: undefined, resolvedValues: ['10:00', '22:00'] },
};

describe('answers to Lex', () => {
  it('ask for a slot, with the bot’s prompt when nothing is said', () => {
    expect(elicitSlot({ intent, slot: 'PhoneNumber' })).toEqual({
      sessionState: {
        dialogAction: { type: 'ElicitSlot', slotToElicit: 'PhoneNumber' },
        intent: {
          name: 'CheckRequestStatus',
          slots: { PhoneNumber: null },
          state: 'InProgress',
          confirmationState: 'None',
        },
        sessionAttributes: {},
      },
    });
  });

  it('give back slots with an interpretation each', () => {
    const slots = { PhoneNumber: filledSlot('+12125550100', '212 555 0100') };
    expect(delegate({ intent: { ...intent, slots } }).sessionState.intent?.slots).toEqual({
      PhoneNumber: {
        shape: 'Scalar',
        value: {
          originalValue: '212 555 0100',
          interpretedValue: '+12125550100',
          resolvedValues: ['+12125550100'],
        },
      },
    });
    const unclear = delegate({ intent: { ...intent, slots: { PhoneNumber: ambiguous } } });
    expect(unclear.sessionState.intent?.slots['PhoneNumber']?.value).toEqual({
      ...ambiguous.value,
      interpretedValue: "10 o'clock",
    });
  });

  it('close an intent with what is said and remembered', () => {
    const sessionAttributes = { handOff: 'agent' };
    expect(close({ intent, state: 'Fulfilled', say: ['One.', 'Two.'], sessionAttributes })).toMatchObject({
      sessionState: { dialogAction: { type: 'Close' }, intent: { state: 'Fulfilled' }, sessionAttributes },
      messages: [
        { contentType: 'PlainText', content: 'One.' },
        { contentType: 'PlainText', content: 'Two.' },
      ],
    });
  });

  it('ask for the intent or its confirmation', () => {
    expect(elicitIntent({ say: 'What can I do?' }).sessionState).toEqual({
      dialogAction: { type: 'ElicitIntent' },
      sessionAttributes: {},
    });
    expect(confirmIntent({ intent, say: 'Is that right?' }).sessionState.dialogAction.type).toBe(
      'ConfirmIntent',
    );
  });

  it.each([
    ['a message that is too long', { say: 'x'.repeat(lexLimits.message + 1) }, 'messages.0.content'],
    ['an empty message', { say: '' }, 'messages.0.content'],
    ['too many messages', { say: Array<string>(6).fill('x') }, 'messages'],
    ['too much text', { say: Array<string>(4).fill('x'.repeat(1024)) }, 'messages'],
    [
      'too many session attributes',
      { say: 'x', sessionAttributes: { a: 'é'.repeat(6200) } },
      'sessionState.sessionAttributes',
    ],
  ])('are refused with %s', (_what, options, field) => {
    const answer = () => close({ intent, state: 'Failed', ...options });
    expect(answer).toThrow(LexResponseError);
    expect(answer).toThrow(`: ${field}: `);
  });
});

describe('the response schema', () => {
  const answer = (sessionState: unknown) => codeHookResponseSchema.safeParse({ sessionState }).success;
  const written = delegate({ intent }).sessionState.intent;

  it.each([
    ['no intent', { dialogAction: { type: 'Delegate' }, sessionAttributes: {} }],
    [
      'a slot of another intent',
      {
        dialogAction: { type: 'ElicitSlot', slotToElicit: 'Colour' },
        intent: written,
        sessionAttributes: {},
      },
    ],
    ['no slot to elicit', { dialogAction: { type: 'ElicitSlot' }, intent: written, sessionAttributes: {} }],
    [
      'a field that Lex does not know',
      { dialogAction: { type: 'Delegate' }, intent: written, sessionAttributes: {}, x: 1 },
    ],
  ])('refuses an answer with %s', (_what, sessionState) => {
    expect(answer(sessionState)).toBe(false);
  });
});

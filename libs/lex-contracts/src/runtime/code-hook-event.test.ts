import { codeHookEventSchema } from './code-hook-event.ts';
import { aCodeHookEvent } from './fixtures/a-code-hook-event.ts';

const read = (change: Record<string, unknown> = {}) =>
  codeHookEventSchema.parse({ ...aCodeHookEvent(), ...change });
const slot = (interpretedValue: string | null, resolvedValues: string[]) => ({
  shape: 'Scalar',
  value: { originalValue: "10 o'clock", interpretedValue, resolvedValues },
});
const withSlots = (slots: Record<string, unknown>) => ({
  sessionState: { intent: { name: 'RequestCall', slots, state: 'InProgress', confirmationState: 'None' } },
});

describe('the code hook event', () => {
  it('is read with every slot of its intent, filled or not', () => {
    const { intent } = read(withSlots({ PreferredTime: slot('10:00', ['10:00']) })).sessionState;
    expect(intent.name).toBe('RequestCall');
    expect(intent.slots).toMatchObject({
      FirstName: null,
      Consent: null,
      PreferredTime: { value: { interpretedValue: '10:00' } },
    });
  });

  it('keeps what an ambiguous value may mean', () => {
    const { intent } = read(withSlots({ PreferredTime: slot(null, ['10:00', '22:00']) })).sessionState;
    expect(intent.slots).toMatchObject({ PreferredTime: { value: { resolvedValues: ['10:00', '22:00'] } } });
  });

  it('leaves out what AWS adds, and slots of another version of the bot', () => {
    const event = read({ ...withSlots({ Colour: slot('red', []) }), newField: { any: 1 } });
    expect(event).not.toHaveProperty('newField');
    expect(event.sessionState.intent.slots).not.toHaveProperty('Colour');
  });

  it.each([0.93, { score: 0.93 }])('takes the confidence %j', (nluConfidence) => {
    const event = read({ interpretations: [{ intent: { name: 'RequestCall' }, nluConfidence }] });
    expect(event.interpretations?.[0]?.nluConfidence).toBe(0.93);
  });

  it('needs neither attributes nor proposedNextState nor transcriptions', () => {
    const event = read({
      requestAttributes: null,
      proposedNextState: undefined,
      transcriptions: undefined,
      ...withSlots({}),
    });
    expect(event.requestAttributes).toEqual({});
    expect(event.sessionState.sessionAttributes).toEqual({});
  });

  it.each([
    ['another version', { messageVersion: '2.0' }],
    ['an unknown source', { invocationSource: 'PostFulfillment' }],
    ['an intent that the bot does not have', { sessionState: { intent: { name: 'OrderPizza', slots: {} } } }],
    ['a slot value longer than anything one can say', withSlots({ Interest: slot('x'.repeat(1025), []) })],
    ['a locale that the bot does not have', { bot: { ...aCodeHookEvent().bot, localeId: 'de_DE' } }],
  ])('is refused with %s', (_what, change) => {
    expect(() => read(change)).toThrow();
  });
});

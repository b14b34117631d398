import type { SlotNameOf } from '../bot/index.ts';
import { type bankingBot, type IntentName, salesBot, type SlotName } from '../bots/index.ts';
import { aCodeHookEvent } from './fixtures/a-code-hook-event.ts';
import { answerByIntent } from './answer-by-intent.ts';
import { close, elicitSlot } from './answers.ts';
import { codeHookEventSchemaOf } from './code-hook-event.ts';
import { type AnyBotIntent, type BotIntent, type IntentOf, intentSchema } from './intent.ts';

type Banking = typeof bankingBot;

const parsed = intentSchema.parse({ name: 'RescheduleCall', slots: {} });
const reschedule = parsed as BotIntent<'RescheduleCall'>;

describe('types of intents and slots', () => {
  it('follow from the bot’s definition', () => {
    const slot: SlotName<'RescheduleCall'> = 'PreferredDate';
    expect(reschedule.slots.PreferredDate).toBeNull();
    // @ts-expect-error the intent has no such slot
    expect(reschedule.slots.Consent).toBeUndefined();
    const intent: IntentName = 'RequestCall';
    // @ts-expect-error Help has no slots
    const none: SlotName<'Help'> = 'PhoneNumber';
    // @ts-expect-error there is no such slot
    const unknown: SlotName = 'Colour';
    expect([slot, intent, none, unknown]).toHaveLength(4);
  });

  it('follow from each bot’s own definition', () => {
    const slot: SlotNameOf<Banking, 'TransferMoney'> = 'Payee';
    // @ts-expect-error a slot of another intent
    const other: SlotNameOf<Banking, 'CheckBalance'> = 'Payee';
    // @ts-expect-error an intent of another bot
    const intent: IntentOf<Banking, 'RequestCall'> | undefined = undefined;
    expect([slot, other, intent]).toHaveLength(3);
  });

  it('let a slot be asked for only in its own intent', () => {
    expect(elicitSlot({ intent: reschedule, slot: 'PhoneNumber' })).toBeDefined();
    // @ts-expect-error a slot of RequestCall
    expect(() => elicitSlot({ intent: reschedule, slot: 'Consent' })).toThrow();
  });

  it('tell intents apart by name', () => {
    const consentOf = (intent: AnyBotIntent) =>
      intent.name === 'RequestCall' ? intent.slots.Consent : undefined;
    expect(consentOf(parsed)).toBeUndefined();
  });

  it('need a case for each intent', () => {
    const slotsOf = {
      RequestCall: 7,
      CheckRequestStatus: 1,
      RescheduleCall: 3,
      OptOut: 1,
      SpeakToAgent: 0,
      Help: 0,
      FallbackIntent: 0,
    } satisfies Record<IntentName, number>;
    for (const [name, count] of Object.entries(slotsOf)) {
      expect(Object.keys(intentSchema.parse({ name, slots: {} }).slots)).toHaveLength(count);
    }
  });

  it('give each answer its own intent, and need one for each', async () => {
    const say = 'Well.';
    const answer = answerByIntent<typeof salesBot>({
      ProductInfo: (intent) => elicitSlot({ intent, slot: 'Product' }),
      // @ts-expect-error a slot of no intent
      Pricing: (intent) => elicitSlot({ intent, slot: 'Colour' }),
      TransferToAgent: (intent) => close({ intent, state: 'Fulfilled', say }),
      FallbackIntent: (intent) => close({ intent, state: 'Failed', say }),
    });
    // @ts-expect-error an intent has no answer
    answerByIntent<typeof salesBot>({ ProductInfo: (intent) => close({ intent, state: 'Failed', say }) });
    const event = codeHookEventSchemaOf(salesBot).parse({
      ...aCodeHookEvent(),
      bot: { ...aCodeHookEvent().bot, localeId: 'en_GB' },
      sessionState: { intent: { name: 'ProductInfo', slots: {} } },
    });
    expect((await answer(event)).sessionState.dialogAction).toEqual({
      type: 'ElicitSlot',
      slotToElicit: 'Product',
    });
  });
});

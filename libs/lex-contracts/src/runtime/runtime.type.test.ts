import type { IntentName, SlotName } from '../bot/index.ts';
import { elicitSlot } from './answers.ts';
import { type AnyBotIntent, type BotIntent, intentSchema } from './intent.ts';

const parsed = intentSchema.parse({ name: 'RescheduleCall', slots: {} });
const reschedule = parsed as BotIntent<'RescheduleCall'>;

describe('types of intents and slots', () => {
  it('follow from the bot’s definition', () => {
    const slot: SlotName<'RescheduleCall'> = 'PreferredDate';
    expect(reschedule.slots[slot]).toBeNull();
    // @ts-expect-error the intent has no such slot
    expect(reschedule.slots.Consent).toBeUndefined();
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
});

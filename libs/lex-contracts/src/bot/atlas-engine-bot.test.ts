import {
  atlasEngineBot,
  botLocales,
  type IntentName,
  intentNames,
  type SlotName,
  slotNamesOf,
} from './atlas-engine-bot.ts';
import type { BotDefinition, IntentDefinition } from './bot-definition.ts';

const bot: BotDefinition = atlasEngineBot;
const intents = Object.entries(bot.intents);
const slotsIn = (utterance: string) => [...utterance.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!);
const utterancesOf = ({ utterances, localUtterances = {} }: IntentDefinition, locale: string) => [
  ...utterances,
  ...(localUtterances[locale] ?? []),
];

describe('AtlasEngineBot', () => {
  it('has the intents and locales that the fulfilment answers', () => {
    expect([...intentNames].sort()).toEqual([
      'CheckRequestStatus',
      'FallbackIntent',
      'Help',
      'OptOut',
      'RequestCall',
      'RescheduleCall',
      'SpeakToAgent',
    ]);
    expect(botLocales).toEqual(['en_US', 'en_GB']);
  });

  it.each(intents.filter(([, intent]) => intent.parentSignature === undefined))(
    '%s has six utterances or more in each locale',
    (_name, intent) => {
      for (const locale of botLocales) expect(utterancesOf(intent, locale).length).toBeGreaterThanOrEqual(6);
    },
  );

  it.each(intents)('%s mentions in its utterances only slots that it has', (_name, intent) => {
    const mentioned = botLocales.flatMap((locale) => utterancesOf(intent, locale)).flatMap(slotsIn);
    expect(Object.keys(intent.slots)).toEqual(expect.arrayContaining(mentioned));
  });

  it('says nothing that means two intents: Lex would not build', () => {
    for (const locale of botLocales) {
      const all = intents
        .flatMap(([, intent]) => utterancesOf(intent, locale))
        .map((text) => text.toLowerCase());
      expect(all.filter((text, index) => all.indexOf(text) !== index)).toEqual([]);
    }
  });

  it('uses only characters that Lex allows in an utterance', () => {
    for (const [, intent] of intents) {
      for (const locale of botLocales) {
        for (const utterance of utterancesOf(intent, locale))
          expect(utterance).toMatch(/^[A-Za-z'{} -]{1,500}$/);
      }
    }
  });

  it('has local utterances only for locales that it has', () => {
    const named = intents.flatMap(([, intent]) => Object.keys(intent.localUtterances ?? {}));
    expect([...botLocales]).toEqual(expect.arrayContaining(named));
  });

  it('uses built-in slot types or its own', () => {
    for (const [, { slots }] of intents) {
      for (const { type } of Object.values(slots)) {
        expect(type.startsWith('AMAZON.') || type in bot.slotTypes).toBe(true);
      }
    }
  });

  it('keeps what identifies a person out of conversation logs', () => {
    const personal = intents.flatMap(([, { slots }]) =>
      Object.entries(slots).flatMap(([name, slot]) => (slot.personal === true ? [name] : [])),
    );
    expect([...new Set(personal)].sort()).toEqual(['FirstName', 'LastName', 'PhoneNumber']);
  });

  it('asks for consent last, when it is known for what', () => {
    expect(slotNamesOf('RequestCall').at(-1)).toBe('Consent');
    expect(atlasEngineBot.intents.RequestCall.slots.Consent.required).toBe(true);
  });

  it('gives intents and slots types, so that a renamed one breaks the build', () => {
    const intent: IntentName = 'RequestCall';
    const slot: SlotName<'RescheduleCall'> = 'PreferredDate';
    // @ts-expect-error Help has no slots
    const none: SlotName<'Help'> = 'PhoneNumber';
    // @ts-expect-error there is no such slot
    const unknown: SlotName = 'Colour';
    expect([intent, slot, none, unknown]).toHaveLength(4);
  });
});

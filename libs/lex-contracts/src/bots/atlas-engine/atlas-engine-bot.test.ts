import type { BotDefinition } from '../../bot/bot-definition.ts';
import { utterancesOf } from '../../bot/bot-types.ts';
import { atlasEngineBot, botLocales, intentNames, slotNamesOf } from './atlas-engine-bot.ts';

const bot: BotDefinition = atlasEngineBot;
const intents = Object.entries(bot.intents);

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
    expect(botLocales).toEqual(['en_US', 'en_GB', 'es_US']);
  });

  it.each(intents.filter(([, intent]) => intent.parentSignature === undefined))(
    '%s has six utterances or more in each locale',
    (name) => {
      for (const locale of botLocales)
        expect(utterancesOf(bot, name, locale).length).toBeGreaterThanOrEqual(6);
    },
  );

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
});

import { atlasEngineBot, botLocales, toCloudFormationBot } from '@atlas-engine/lex-contracts';
import { buildLocale } from './bot/locale-model.ts';
import { botSchema } from './bot/bot-schema.ts';
import { startLex } from './fixtures/started-lex.ts';
import { understand } from './understanding/understand.ts';

const roleArn = 'arn:aws:iam::000000000000:role/AtlasEngineBot-role-local';
const bot = {
  ...toCloudFormationBot(atlasEngineBot, { name: 'AtlasEngineBot-local', roleArn }),
  id: 'ATLASBOT01',
};
const locales = botSchema.parse(bot).BotLocales.map(buildLocale);
const values: Record<string, string> = {
  FirstName: 'Robin',
  LastName: 'Sample',
  PhoneNumber: '212 555 0100',
  Interest: 'solar panels',
  PreferredDate: 'tomorrow',
  PreferredTime: '2 pm',
};
const valuesIn = (localeId: string) =>
  localeId === 'es_US'
    ? {
        ...values,
        Interest: 'paneles solares',
        PreferredDate: 'mañana',
        PreferredTime: 'las 3 de la tarde',
      }
    : values;
const heard = (text: string, localeId = 'en_US') => {
  const locale = locales.find((candidate) => candidate.localeId === localeId)!;
  const circumstances = { now: Date.parse('2026-11-23T15:00:00Z'), timeZone: 'UTC', localeId };
  const [best] = understand(locale, text, circumstances);
  const isLikely = best !== undefined && best.confidence >= locale.threshold;
  return isLikely
    ? { name: best.intent.name, slots: Object.keys(best.slots).sort() }
    : { name: 'FallbackIntent', slots: [] };
};

describe('AtlasEngineBot', () => {
  it.each(botLocales)('is understood in each of its own utterances in %s', (localeId) => {
    const said: Readonly<Record<string, string>> = valuesIn(localeId);
    for (const { Name, SampleUtterances = [] } of bot.BotLocales.find(
      ({ LocaleId }) => LocaleId === localeId,
    )!.Intents) {
      for (const { Utterance } of SampleUtterances) {
        const slots = [...Utterance.matchAll(/\{(\w+)\}/g)].map(([, slot = '']) => slot).sort();
        const text = Utterance.replaceAll(/\{(\w+)\}/g, (_match, slot: string) => said[slot]!);
        expect([text, heard(text, localeId)]).toEqual([text, { name: Name, slots }]);
      }
    }
  });

  it.each([
    ["Hi, I'd like a call please", 'RequestCall', []],
    ['Please call +1 212 555 0100 about a heat pump.', 'RequestCall', ['Interest', 'PhoneNumber']],
    ['Could you call me tomorrow at 10:30 am?', 'RequestCall', ['PreferredDate', 'PreferredTime']],
    ["please don't call me", 'OptOut', []],
    ['STOP', 'OptOut', []],
    ['stop calling me now', 'OptOut', []],
    ['can I talk to a human please', 'SpeakToAgent', []],
    ["what's the status of my request?", 'CheckRequestStatus', []],
    ['I need to reschedule the call', 'RescheduleCall', []],
    ['help me', 'Help', []],
    ['the weather is nice today', 'FallbackIntent', []],
    ['asdf', 'FallbackIntent', []],
  ])('hears in %j the intent %s', (text, name, slots) => {
    expect(heard(text)).toEqual({ name, slots });
  });

  it.each([
    ['Hola, quiero una llamada por favor', 'RequestCall', []],
    ['llamenme manana a las 3 de la tarde', 'RequestCall', ['PreferredDate', 'PreferredTime']],
    ['¿Puedo hablar con una persona?', 'SpeakToAgent', []],
    ['no me llamen más', 'OptOut', []],
    ['Sí, me interesa un seguro de auto', 'RequestCall', ['Interest']],
    ['¿Cómo va mi solicitud?', 'CheckRequestStatus', []],
    ['the weather is nice today', 'FallbackIntent', []],
    ['el cielo está despejado', 'FallbackIntent', []],
  ])('hears in Spanish in %j the intent %s', (text, name, slots) => {
    expect(heard(text, 'es_US')).toEqual({ name, slots });
  });

  it('is led through a whole request by its prompts', async () => {
    const lex = await startLex({
      bot,
      invokeFunction: async (_arn, event) => {
        const { sessionState, invocationSource } = event as {
          sessionState: { intent: object };
          invocationSource: string;
        };
        const type = invocationSource === 'DialogCodeHook' ? 'Delegate' : 'Close';
        const state = type === 'Close' ? 'Fulfilled' : 'InProgress';
        return {
          payload: { sessionState: { dialogAction: { type }, intent: { ...sessionState.intent, state } } },
        };
      },
    });
    try {
      expect(await lex.say('call me about solar panels')).toMatchObject({ next: 'FirstName' });
      expect(await lex.say('Robin')).toMatchObject({ next: 'LastName', said: 'And your last name?' });
      expect(await lex.say('Sample')).toMatchObject({ next: 'PhoneNumber' });
      expect(await lex.say('212 555 0100')).toMatchObject({ next: 'Consent' });
      expect(await lex.say('yes, I agree')).toMatchObject({ next: 'Close', state: 'Fulfilled' });
      expect(lex.events).toHaveLength(6);
    } finally {
      await lex.stop();
    }
  });
});

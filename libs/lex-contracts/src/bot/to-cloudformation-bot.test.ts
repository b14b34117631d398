import { atlasEngineBot } from '../bots/atlas-engine/atlas-engine-bot.ts';
import { toCloudFormationBot } from './to-cloudformation-bot.ts';

const roleArn = 'arn:aws:iam::000000000000:role/AtlasEngineBot-role-local';
const emitted = toCloudFormationBot(atlasEngineBot, { name: 'AtlasEngineBot-local', roleArn });
const locale = (id: string) => emitted.BotLocales.find(({ LocaleId }) => LocaleId === id)!;
const intent = (name: string, localeId = 'en_US') =>
  locale(localeId).Intents.find(({ Name }) => Name === name)!;

describe('toCloudFormationBot', () => {
  it('describes the bot and its locales', () => {
    expect(emitted).toMatchObject({
      Name: 'AtlasEngineBot-local',
      RoleArn: roleArn,
      DataPrivacy: { ChildDirected: false },
      AutoBuildBotLocales: true,
      BotLocales: [{ LocaleId: 'en_US' }, { LocaleId: 'en_GB' }, { LocaleId: 'es_US' }],
    });
    expect(locale('en_GB').VoiceSettings).toEqual({ VoiceId: 'Amy', Engine: 'neural' });
  });

  it('writes slots with prompts, in the order in which they are asked for', () => {
    const { Slots, SlotPriorities } = intent('RequestCall');
    expect(Slots?.find(({ Name }) => Name === 'PhoneNumber')).toEqual({
      Name: 'PhoneNumber',
      Description: expect.any(String),
      SlotTypeName: 'AMAZON.PhoneNumber',
      ObfuscationSetting: { ObfuscationSettingType: 'DefaultObfuscation' },
      ValueElicitationSetting: {
        SlotConstraint: 'Required',
        PromptSpecification: {
          AllowInterrupt: true,
          MaxRetries: 2,
          MessageGroupsList: [
            {
              Message: { PlainTextMessage: { Value: expect.any(String) } },
              Variations: [{ PlainTextMessage: { Value: expect.any(String) } }],
            },
          ],
        },
      },
    });
    expect(SlotPriorities?.at(0)).toEqual({ Priority: 1, SlotName: 'FirstName' });
    expect(SlotPriorities?.at(-1)).toEqual({ Priority: 7, SlotName: 'Consent' });
  });

  it('adds what is said in one locale only', () => {
    const said = (localeId: string) =>
      intent('RequestCall', localeId).SampleUtterances?.map(({ Utterance }) => Utterance);
    expect(said('en_GB')).toContain('ring me');
    expect(said('en_US')).not.toContain('ring me');
  });

  it('says everything of a translated locale in its language, under the same names', () => {
    const request = intent('RequestCall', 'es_US');
    expect(request.Slots?.map(({ Name }) => Name)).toEqual(
      intent('RequestCall').Slots?.map(({ Name }) => Name),
    );
    expect(request.SampleUtterances).toContainEqual({ Utterance: 'llámenme' });
    expect(request.SampleUtterances).not.toContainEqual({ Utterance: 'call me' });
    const consent = request.Slots?.find(({ Name }) => Name === 'Consent');
    expect(consent?.SlotTypeName).toBe('AtlasConsent');
    expect(JSON.stringify(consent?.ValueElicitationSetting)).toContain('¿Acepta');
    expect(locale('es_US').SlotTypes.map(({ Name }) => Name)).toEqual(['AtlasInterest', 'AtlasConsent']);
    expect(locale('en_US').SlotTypes.map(({ Name }) => Name)).toEqual(['AtlasInterest']);
  });

  it('writes the fallback without utterances', () => {
    expect(intent('FallbackIntent')).toEqual({
      Name: 'FallbackIntent',
      Description: expect.any(String),
      ParentIntentSignature: 'AMAZON.FallbackIntent',
      DialogCodeHook: { Enabled: false },
      FulfillmentCodeHook: { Enabled: true },
    });
  });

  it('takes an interest as it was said', () => {
    expect(locale('en_US').SlotTypes[0]).toMatchObject({
      Name: 'AtlasInterest',
      ValueSelectionSetting: { ResolutionStrategy: 'ORIGINAL_VALUE' },
    });
  });
});

import type {
  BotDefinition,
  IntentDefinition,
  LocaleDefinition,
  SlotDefinition,
  SlotTypeDefinition,
} from './bot-definition.ts';
import type {
  CloudFormationBot,
  CloudFormationIntent,
  CloudFormationLocale,
  CloudFormationSlot,
  CloudFormationSlotType,
  MessageGroup,
} from './cloudformation-bot.ts';

/** How often a slot is asked for again before Lex gives up. */
const maxRetries = 2;

/**
 * A bot as `AWS::Lex::Bot` takes it.
 *
 * @example
 * new CfnResource(stack, 'Bot', { type: 'AWS::Lex::Bot', properties: { ...toCloudFormationBot(bot, names) } });
 */
export const toCloudFormationBot = (
  bot: BotDefinition,
  { name, roleArn }: { readonly name: string; readonly roleArn: string },
): CloudFormationBot => ({
  Name: name,
  Description: bot.description,
  RoleArn: roleArn,
  DataPrivacy: { ChildDirected: false },
  IdleSessionTTLInSeconds: bot.idleSessionSeconds,
  AutoBuildBotLocales: true,
  BotLocales: Object.entries(bot.locales).map(([id, locale]) => toLocale(bot, id, locale)),
});

function toLocale(bot: BotDefinition, localeId: string, locale: LocaleDefinition): CloudFormationLocale {
  return {
    LocaleId: localeId,
    NluConfidenceThreshold: bot.confidenceThreshold,
    VoiceSettings: { VoiceId: locale.voice, Engine: locale.engine },
    SlotTypes: Object.entries(bot.slotTypes).map(([name, type]) => toSlotType(name, type)),
    Intents: Object.entries(bot.intents).map(([name, intent]) => toIntent(name, intent, localeId)),
  };
}

/** Values are samples: what a person says beyond them is taken as they said it. */
const toSlotType = (name: string, { description, values }: SlotTypeDefinition): CloudFormationSlotType => ({
  Name: name,
  Description: description,
  SlotTypeValues: values.map(({ value, synonyms }) => ({
    SampleValue: { Value: value },
    Synonyms: synonyms.map((Value) => ({ Value })),
  })),
  ValueSelectionSetting: { ResolutionStrategy: 'ORIGINAL_VALUE' },
});

function toIntent(name: string, intent: IntentDefinition, localeId: string): CloudFormationIntent {
  const utterances = [...intent.utterances, ...(intent.localUtterances?.[localeId] ?? [])];
  const slots = Object.entries(intent.slots);
  return {
    Name: name,
    Description: intent.description,
    ...(intent.parentSignature === undefined ? {} : { ParentIntentSignature: intent.parentSignature }),
    ...(utterances.length > 0 ? { SampleUtterances: utterances.map((Utterance) => ({ Utterance })) } : {}),
    ...(slots.length > 0
      ? {
          Slots: slots.map(([slotName, slot]) => toSlot(slotName, slot)),
          SlotPriorities: slots.map(([SlotName], index) => ({ Priority: index + 1, SlotName })),
        }
      : {}),
    DialogCodeHook: { Enabled: intent.dialogHook },
    FulfillmentCodeHook: { Enabled: true },
  };
}

const toSlot = (name: string, slot: SlotDefinition): CloudFormationSlot => ({
  Name: name,
  Description: slot.description,
  SlotTypeName: slot.type,
  ObfuscationSetting: { ObfuscationSettingType: slot.personal === true ? 'DefaultObfuscation' : 'None' },
  ValueElicitationSetting: {
    SlotConstraint: slot.required ? 'Required' : 'Optional',
    PromptSpecification: {
      AllowInterrupt: true,
      MaxRetries: maxRetries,
      MessageGroupsList: [toMessageGroup(slot.prompts)],
    },
  },
});

const toMessageGroup = ([first, ...others]: SlotDefinition['prompts']): MessageGroup => ({
  Message: { PlainTextMessage: { Value: first } },
  ...(others.length > 0 ? { Variations: others.map((Value) => ({ PlainTextMessage: { Value } })) } : {}),
});

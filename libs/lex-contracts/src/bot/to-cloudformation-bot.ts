import type { BotDefinition, LocaleDefinition, SlotTypeDefinition } from './bot-definition.ts';
import type {
  CloudFormationBot,
  CloudFormationLocale,
  CloudFormationSlotType,
} from './cloudformation-bot.ts';
import { inLocale } from './in-locale.ts';
import { toCloudFormationIntent } from './to-cloudformation-intent.ts';

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

function toLocale(
  definition: BotDefinition,
  localeId: string,
  { voice, engine }: LocaleDefinition,
): CloudFormationLocale {
  const bot = inLocale(definition, localeId);
  return {
    LocaleId: localeId,
    NluConfidenceThreshold: bot.confidenceThreshold,
    VoiceSettings: { VoiceId: voice, Engine: engine },
    SlotTypes: Object.entries(bot.slotTypes).map(([name, type]) => toSlotType(name, type)),
    Intents: Object.entries(bot.intents).map((intent) => toCloudFormationIntent(bot, intent, localeId)),
  };
}

const toSlotType = (
  name: string,
  { description, values, closed = false }: SlotTypeDefinition,
): CloudFormationSlotType => ({
  Name: name,
  Description: description,
  SlotTypeValues: values.map(({ value, synonyms }) => ({
    SampleValue: { Value: value },
    Synonyms: synonyms.map((Value) => ({ Value })),
  })),
  ValueSelectionSetting: { ResolutionStrategy: closed ? 'TOP_RESOLUTION' : 'ORIGINAL_VALUE' },
});

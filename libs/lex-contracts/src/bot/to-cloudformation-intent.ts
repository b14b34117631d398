import { type BotDefinition, type IntentDefinition } from './bot-definition.ts';
import { utterancesOf } from './bot-types.ts';
import type { CloudFormationIntent } from './cloudformation-bot.ts';
import { toCloudFormationSlot } from './to-cloudformation-slot.ts';
import { toMessageGroups, toPrompt } from './to-message-groups.ts';

/** An intent as `AWS::Lex::Bot` takes it, in one locale. */
export function toCloudFormationIntent(
  bot: BotDefinition,
  [name, intent]: readonly [string, IntentDefinition],
  localeId: string,
): CloudFormationIntent {
  const utterances = utterancesOf(bot, name, localeId);
  return {
    Name: name,
    Description: intent.description,
    ...(intent.parentSignature === undefined ? {} : { ParentIntentSignature: intent.parentSignature }),
    ...(utterances.length > 0 ? { SampleUtterances: utterances.map((Utterance) => ({ Utterance })) } : {}),
    ...slotsOf(intent),
    ...confirmationOf(intent),
    ...contextsOf(intent),
    DialogCodeHook: { Enabled: intent.dialogHook },
    FulfillmentCodeHook: { Enabled: true },
  };
}

function slotsOf({ slots }: IntentDefinition): Pick<CloudFormationIntent, 'Slots' | 'SlotPriorities'> {
  const entries = Object.entries(slots);
  if (entries.length === 0) return {};
  return {
    Slots: entries.map(([name, slot]) => toCloudFormationSlot(name, slot)),
    SlotPriorities: entries.map(([SlotName], index) => ({ Priority: index + 1, SlotName })),
  };
}

const confirmationOf = ({
  confirmation,
}: IntentDefinition): Pick<CloudFormationIntent, 'IntentConfirmationSetting'> =>
  confirmation === undefined
    ? {}
    : {
        IntentConfirmationSetting: {
          PromptSpecification: toPrompt(confirmation.prompts),
          DeclinationResponse: { MessageGroupsList: toMessageGroups(confirmation.declined) },
          IsActive: true,
        },
      };

const contextsOf = ({
  inputContexts,
  outputContexts,
}: IntentDefinition): Pick<CloudFormationIntent, 'InputContexts' | 'OutputContexts'> => ({
  ...(inputContexts === undefined ? {} : { InputContexts: inputContexts.map((Name) => ({ Name })) }),
  ...(outputContexts === undefined
    ? {}
    : {
        OutputContexts: outputContexts.map(({ name, seconds, turns }) => ({
          Name: name,
          TimeToLiveInSeconds: seconds,
          TurnsToLive: turns,
        })),
      }),
});

import type { SlotDefinition } from './bot-definition.ts';
import type { CloudFormationSlot } from './cloudformation-bot.ts';
import { toPrompt } from './to-message-groups.ts';

/** A slot as `AWS::Lex::Bot` takes it. */
export const toCloudFormationSlot = (name: string, slot: SlotDefinition): CloudFormationSlot => ({
  Name: name,
  Description: slot.description,
  SlotTypeName: slot.type,
  ObfuscationSetting: { ObfuscationSettingType: slot.personal === true ? 'DefaultObfuscation' : 'None' },
  ValueElicitationSetting: {
    SlotConstraint: slot.required ? 'Required' : 'Optional',
    PromptSpecification: toPrompt(slot.prompts, slot),
    ...(slot.initially === undefined
      ? {}
      : {
          DefaultValueSpecification: {
            DefaultValueList: slot.initially.map((DefaultValue) => ({ DefaultValue })),
          },
        }),
  },
});

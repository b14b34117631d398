/** The part of `AWS::Lex::Bot` that is emitted here. */
export interface CloudFormationBot {
  readonly Name: string;
  readonly Description: string;
  readonly RoleArn: string;
  readonly DataPrivacy: { readonly ChildDirected: boolean };
  readonly IdleSessionTTLInSeconds: number;
  readonly AutoBuildBotLocales: boolean;
  readonly BotLocales: readonly CloudFormationLocale[];
}

export interface CloudFormationLocale {
  readonly LocaleId: string;
  readonly NluConfidenceThreshold: number;
  readonly VoiceSettings: { readonly VoiceId: string; readonly Engine: string };
  readonly SlotTypes: readonly CloudFormationSlotType[];
  readonly Intents: readonly CloudFormationIntent[];
}

export interface CloudFormationSlotType {
  readonly Name: string;
  readonly Description: string;
  readonly SlotTypeValues: readonly {
    readonly SampleValue: { readonly Value: string };
    readonly Synonyms: readonly { readonly Value: string }[];
  }[];
  readonly ValueSelectionSetting: { readonly ResolutionStrategy: 'ORIGINAL_VALUE' | 'TOP_RESOLUTION' };
}

export interface CloudFormationIntent {
  readonly Name: string;
  readonly Description: string;
  readonly ParentIntentSignature?: string;
  readonly SampleUtterances?: readonly { readonly Utterance: string }[];
  readonly Slots?: readonly CloudFormationSlot[];
  readonly SlotPriorities?: readonly { readonly Priority: number; readonly SlotName: string }[];
  readonly IntentConfirmationSetting?: {
    readonly PromptSpecification: PromptSpecification;
    readonly DeclinationResponse: { readonly MessageGroupsList: readonly MessageGroup[] };
    readonly IsActive: true;
  };
  readonly InputContexts?: readonly { readonly Name: string }[];
  readonly OutputContexts?: readonly {
    readonly Name: string;
    readonly TimeToLiveInSeconds: number;
    readonly TurnsToLive: number;
  }[];
  readonly DialogCodeHook: { readonly Enabled: boolean };
  readonly FulfillmentCodeHook: { readonly Enabled: boolean };
}

export interface CloudFormationSlot {
  readonly Name: string;
  readonly Description: string;
  readonly SlotTypeName: string;
  readonly ObfuscationSetting: { readonly ObfuscationSettingType: 'DefaultObfuscation' | 'None' };
  readonly ValueElicitationSetting: {
    readonly SlotConstraint: 'Required' | 'Optional';
    readonly PromptSpecification: PromptSpecification;
    readonly DefaultValueSpecification?: {
      readonly DefaultValueList: readonly { readonly DefaultValue: string }[];
    };
  };
}

export interface PromptSpecification {
  readonly AllowInterrupt: boolean;
  readonly MaxRetries: number;
  readonly MessageGroupsList: readonly MessageGroup[];
}

export type LexMessage =
  | { readonly PlainTextMessage: { readonly Value: string } }
  | {
      readonly ImageResponseCard: {
        readonly Title: string;
        readonly Subtitle?: string;
        readonly Buttons: readonly { readonly Text: string; readonly Value: string }[];
      };
    };

export interface MessageGroup {
  readonly Message: LexMessage;
  readonly Variations?: readonly LexMessage[];
}

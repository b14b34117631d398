import * as z from 'zod';

/** Properties without effect on a conversation by text. */
const ignored = z.unknown().optional();

const text = z.strictObject({ Value: z.string().min(1).max(1000) });
const card = z.strictObject({
  Title: z.string().min(1).max(250),
  Subtitle: z.string().min(1).max(250).optional(),
  ImageUrl: z.string().min(1).max(250).optional(),
  Buttons: z
    .array(z.strictObject({ Text: z.string().min(1).max(50), Value: z.string().min(1).max(50) }))
    .max(5)
    .optional(),
});
const message = z.union([
  z.strictObject({ PlainTextMessage: text }),
  z.strictObject({ SSMLMessage: text }),
  z.strictObject({ CustomPayload: text }),
  z.strictObject({ ImageResponseCard: card }),
]);
export type BotMessage = z.output<typeof message>;
const messageGroup = z.strictObject({ Message: message, Variations: z.array(message).max(2).optional() });

const promptSchema = z.strictObject({
  AllowInterrupt: ignored,
  MaxRetries: z.int().min(0).max(5),
  MessageGroupsList: z.array(messageGroup).min(1).max(5),
  MessageSelectionStrategy: z.enum(['Random', 'Ordered']).optional(),
});
export type Prompt = z.output<typeof promptSchema>;

const responseSchema = z.strictObject({
  AllowInterrupt: ignored,
  MessageGroupsList: z.array(messageGroup).min(1).max(5),
});
export type BotResponse = z.output<typeof responseSchema>;

const slotSchema = z.strictObject({
  Name: z.string().min(1),
  Description: ignored,
  SlotTypeName: z.string().min(1),
  ObfuscationSetting: z
    .strictObject({ ObfuscationSettingType: z.enum(['None', 'DefaultObfuscation']) })
    .optional(),
  ValueElicitationSetting: z.strictObject({
    SlotConstraint: z.enum(['Required', 'Optional']),
    PromptSpecification: promptSchema.optional(),
    DefaultValueSpecification: z
      .strictObject({
        DefaultValueList: z.array(z.strictObject({ DefaultValue: z.string().min(1).max(202) })).max(10),
      })
      .optional(),
  }),
});
export type BotSlot = z.output<typeof slotSchema>;

const contextName = z.string().regex(/^([0-9a-zA-Z][_-]?){1,100}$/);
const switchSchema = z.strictObject({ Enabled: z.boolean() });

const intentSchema = z.strictObject({
  Name: z.string().min(1),
  Description: ignored,
  ParentIntentSignature: z.literal('AMAZON.FallbackIntent').optional(),
  SampleUtterances: z.array(z.strictObject({ Utterance: z.string().min(1) })).optional(),
  Slots: z.array(slotSchema).optional(),
  SlotPriorities: z.array(z.strictObject({ Priority: z.number(), SlotName: z.string() })).optional(),
  InputContexts: z
    .array(z.strictObject({ Name: contextName }))
    .max(5)
    .optional(),
  OutputContexts: z
    .array(
      z.strictObject({
        Name: contextName,
        TimeToLiveInSeconds: z.int().min(5).max(86_400),
        TurnsToLive: z.int().min(1).max(20),
      }),
    )
    .max(10)
    .optional(),
  DialogCodeHook: switchSchema.optional(),
  FulfillmentCodeHook: switchSchema.optional(),
  IntentConfirmationSetting: z
    .strictObject({
      PromptSpecification: promptSchema,
      DeclinationResponse: responseSchema.optional(),
      IsActive: z.boolean().optional(),
    })
    .optional(),
  IntentClosingSetting: z
    .strictObject({ ClosingResponse: responseSchema.optional(), IsActive: z.boolean().optional() })
    .optional(),
});
export type BotIntent = z.output<typeof intentSchema>;

const slotTypeSchema = z.strictObject({
  Name: z.string().min(1),
  Description: ignored,
  SlotTypeValues: z
    .array(z.strictObject({ SampleValue: text, Synonyms: z.array(text).optional() }))
    .optional(),
  ValueSelectionSetting: z.strictObject({ ResolutionStrategy: z.enum(['ORIGINAL_VALUE', 'TOP_RESOLUTION']) }),
});
export type BotSlotType = z.output<typeof slotTypeSchema>;

const localeSchema = z.strictObject({
  LocaleId: z.enum(['en_US', 'en_GB', 'es_US']),
  Description: ignored,
  NluConfidenceThreshold: z.number().min(0).max(1),
  VoiceSettings: ignored,
  SlotTypes: z.array(slotTypeSchema).optional(),
  Intents: z.array(intentSchema).min(1),
});
export type BotLocale = z.output<typeof localeSchema>;

/** The properties of `AWS::Lex::Bot` that are understood; any other is refused by name. */
export const botSchema = z.strictObject({
  id: z.string().regex(/^[0-9a-zA-Z]+$/),
  Name: z.string().min(1),
  Description: ignored,
  RoleArn: z.string().default(''),
  DataPrivacy: ignored,
  IdleSessionTTLInSeconds: z.int().min(60).max(86_400),
  AutoBuildBotLocales: ignored,
  BotTags: ignored,
  BotLocales: z.array(localeSchema).min(1),
});
export type Bot = z.output<typeof botSchema>;

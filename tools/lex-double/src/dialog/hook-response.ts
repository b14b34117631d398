import * as z from 'zod';
import { wireContextSchema } from './contexts.ts';

const slotValue = z.object({
  originalValue: z.string().min(1),
  interpretedValue: z
    .string()
    .nullish()
    .transform((value) => value ?? null),
  resolvedValues: z
    .array(z.string())
    .nullish()
    .transform((values) => values ?? []),
});
/** Lists and composites belong to slot types that the double does not have. */
export const wireSlotSchema = z
  .object({
    shape: z.literal('Scalar', 'only scalar slots are supported').optional(),
    value: slotValue,
  })
  .transform(({ value }) => ({ shape: 'Scalar' as const, value }))
  .nullable();

export const intentStates = [
  'Failed',
  'Fulfilled',
  'FulfillmentInProgress',
  'InProgress',
  'ReadyForFulfillment',
  'Waiting',
] as const;

export const wireIntentSchema = z.object({
  name: z.string().min(1),
  slots: z
    .record(z.string(), wireSlotSchema)
    .nullish()
    .transform((slots) => slots ?? {}),
  state: z.enum(intentStates).default('InProgress'),
  confirmationState: z.enum(['Confirmed', 'Denied', 'None']).default('None'),
});

const cardText = z.string().min(1).max(250);
const card = z.object({
  title: cardText,
  subtitle: cardText.optional(),
  imageUrl: cardText.optional(),
  buttons: z
    .array(z.object({ text: z.string().min(1).max(50), value: z.string().min(1).max(50) }))
    .max(5)
    .optional(),
});

export const wireMessageSchema = z.discriminatedUnion('contentType', [
  z.object({
    contentType: z.enum(['PlainText', 'SSML', 'CustomPayload']),
    content: z.string().min(1).max(1024),
  }),
  z.object({ contentType: z.literal('ImageResponseCard'), imageResponseCard: card }),
]);

/** A session's attributes. */
export const attributesSchema = z
  .record(z.string().min(1), z.string())
  .nullish()
  .transform((value) => value ?? {});

/**
 * What a code hook must answer. Fields that are not named here have no effect, as in Lex.
 *
 * Source: Lex V2 developer guide, "Lambda response format".
 */
export const hookResponseSchema = z.object({
  sessionState: z.object({
    /** Takes the place of those of the session; they stay when it is absent. */
    activeContexts: z.array(wireContextSchema).max(20).nullish(),
    sessionAttributes: attributesSchema,
    dialogAction: z.object({
      type: z.enum(['Close', 'ConfirmIntent', 'Delegate', 'ElicitIntent', 'ElicitSlot']),
      slotToElicit: z.string().min(1).nullish(),
    }),
    intent: wireIntentSchema.nullish(),
  }),
  messages: z.array(wireMessageSchema).max(5).nullish(),
});
export type HookResponse = z.output<typeof hookResponseSchema>;

import * as z from 'zod';
import { lexLimits } from './limits.ts';
import { messageSchema } from './message.ts';
import { writtenSlotSchema } from './slot.ts';
import { confirmationStates, intentStates } from './vocabulary.ts';

const bytesOf = (value: unknown): number => new TextEncoder().encode(JSON.stringify(value)).length;

const sessionAttributesSchema = z
  .record(z.string().min(1), z.string())
  .refine(
    (value) => bytesOf(value) <= lexLimits.sessionAttributesBytes,
    `must be at most ${String(lexLimits.sessionAttributesBytes)} bytes in all`,
  );

const intentSchema = z.strictObject({
  name: z.string().min(1).max(100),
  slots: z.record(z.string(), writtenSlotSchema.nullable()),
  state: z.enum(intentStates),
  confirmationState: z.enum(confirmationStates),
});

const dialogActionSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('ElicitSlot'), slotToElicit: z.string().min(1) }),
  z.strictObject({ type: z.enum(['Close', 'ConfirmIntent', 'Delegate', 'ElicitIntent']) }),
]);

const sessionStateSchema = z
  .strictObject({
    dialogAction: dialogActionSchema,
    intent: intentSchema.optional(),
    sessionAttributes: sessionAttributesSchema,
  })
  .refine(({ dialogAction, intent }) => intent !== undefined || dialogAction.type === 'ElicitIntent', {
    path: ['intent'],
    message: 'must be given with every action but ElicitIntent',
  })
  .refine(
    ({ dialogAction, intent }) =>
      dialogAction.type !== 'ElicitSlot' || dialogAction.slotToElicit in (intent?.slots ?? {}),
    { path: ['dialogAction', 'slotToElicit'], message: 'must be a slot of the intent' },
  );

const textOf = (messages: readonly z.output<typeof messageSchema>[]): number =>
  messages.reduce((sum, message) => sum + ('content' in message ? message.content.length : 0), 0);

const messagesSchema = z
  .array(messageSchema)
  .min(1)
  .max(lexLimits.messages)
  .refine(
    (messages) => textOf(messages) <= lexLimits.responseText,
    `must have at most ${String(lexLimits.responseText)} characters in all`,
  );

/**
 * A code hook's answer, strictly as Lex V2 takes it. An answer that it does not take ends the customer's turn with
 * a DependencyFailedException.
 *
 * Source: Lex V2 developer guide, "Lambda response format".
 */
export const codeHookResponseSchema = z
  .strictObject({ sessionState: sessionStateSchema, messages: messagesSchema.optional() })
  .refine(
    (response) => bytesOf(response) <= lexLimits.responseBytes,
    `must be at most ${String(lexLimits.responseBytes)} bytes`,
  );
export type CodeHookResponse = z.output<typeof codeHookResponseSchema>;

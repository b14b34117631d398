import * as z from 'zod';
import { type IntentName, intentNames, type SlotName, slotNamesOf } from '../bot/index.ts';
import { type Slot, slotSchema } from './slot.ts';
import { type ConfirmationState, confirmationStates, type IntentState, intentStates } from './vocabulary.ts';

/** The slots of an intent by name; null for one that is not filled. */
export type SlotValues<Name extends IntentName> = { readonly [Key in SlotName<Name>]: Slot | null };

/** One intent of the bot in the course of a conversation. */
export interface BotIntent<Name extends IntentName> {
  readonly name: Name;
  readonly slots: SlotValues<Name>;
  readonly state: IntentState;
  readonly confirmationState: ConfirmationState;
}

/** Any intent of the bot; `name` tells which. */
export type AnyBotIntent = { [Name in IntentName]: BotIntent<Name> }[IntentName];

const emptySlot = slotSchema.nullable().default(null);

const schemaOf = (name: IntentName) =>
  z.object({
    name: z.literal(name),
    slots: z.object(Object.fromEntries(slotNamesOf(name).map((slot) => [slot, emptySlot]))),
    state: z.enum(intentStates).default('InProgress'),
    confirmationState: z.enum(confirmationStates).default('None'),
  });

const [first, ...others] = intentNames.map(schemaOf);

/**
 * An intent as Lex sends it. Slots that the bot's definition does not have are left out: another version of the bot may.
 *
 * Both the schema and its type are derived from that definition; TypeScript cannot see that they agree.
 */
export const intentSchema = z.discriminatedUnion('name', [first, ...others] as unknown as readonly [
  ReturnType<typeof schemaOf>,
]) as unknown as z.ZodType<AnyBotIntent>;

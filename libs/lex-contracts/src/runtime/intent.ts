import * as z from 'zod';
import type { BotDefinition, IntentNameOf, SlotNameOf } from '../bot/index.ts';
import { intentNamesOf } from '../bot/index.ts';
import { type AtlasEngineBot, atlasEngineBot, type IntentName, type SlotName } from '../bots/index.ts';
import { type Slot, slotSchema } from './slot.ts';
import { type ConfirmationState, confirmationStates, type IntentState, intentStates } from './vocabulary.ts';

/** The slots of an intent by name; null for one that is not filled. */
export type SlotValues<Name extends IntentName> = { readonly [Key in SlotName<Name>]: Slot | null };

/** One intent of a bot in the course of a conversation. */
export interface IntentOf<Bot extends BotDefinition, Name extends IntentNameOf<Bot>> {
  readonly name: Name;
  readonly slots: { readonly [Key in SlotNameOf<Bot, Name>]: Slot | null };
  readonly state: IntentState;
  readonly confirmationState: ConfirmationState;
}

/** Any intent of a bot; `name` tells which. */
export type AnyIntentOf<Bot extends BotDefinition> = {
  [Name in IntentNameOf<Bot>]: IntentOf<Bot, Name>;
}[IntentNameOf<Bot>];

/** One intent of AtlasEngineBot in the course of a conversation. */
export type BotIntent<Name extends IntentName> = IntentOf<AtlasEngineBot, Name>;

/** Any intent of AtlasEngineBot. */
export type AnyBotIntent = AnyIntentOf<AtlasEngineBot>;

const emptySlot = slotSchema.nullable().default(null);

const state = z.enum(intentStates).default('InProgress');
const confirmationState = z.enum(confirmationStates).default('None');

const schemaOf = (bot: BotDefinition, name: string) =>
  z.object({
    name: z.literal(name),
    slots: z.object(
      Object.fromEntries(Object.keys(bot.intents[name]?.slots ?? {}).map((slot) => [slot, emptySlot])),
    ),
    state,
    confirmationState,
  });

/**
 * An intent of a bot as Lex sends it. Slots that the bot's definition does not have are left out: another version of
 * the bot may.
 *
 * Both the schema and its type are derived from that definition; TypeScript cannot see that they agree.
 */
export function intentSchemaOf<Bot extends BotDefinition>(bot: Bot): z.ZodType<AnyIntentOf<Bot>> {
  const [first, ...others] = intentNamesOf(bot).map((name) => schemaOf(bot, name));
  return z.discriminatedUnion('name', [first, ...others] as unknown as readonly [
    ReturnType<typeof schemaOf>,
  ]) as unknown as z.ZodType<AnyIntentOf<Bot>>;
}

/** An intent of AtlasEngineBot as Lex sends it. */
export const intentSchema = intentSchemaOf(atlasEngineBot);

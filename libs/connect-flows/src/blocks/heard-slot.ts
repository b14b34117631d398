import type { Bots, SlotNameOf } from '@atlas-engine/lex-contracts';
import type { BotName } from '@atlas-engine/resource-names';

/**
 * What a slot of the bot last spoken to was filled with; a slot that the bot does not have does not compile.
 *
 * @example
 * compare(heardSlot('GatewayBot', 'Topic'), { cases: [equals('sales', 'Talk about products')], otherwise: 'Ask again' });
 */
export const heardSlot = <const Bot extends BotName, const Slot extends SlotNameOf<Bots[Bot]>>(
  _bot: Bot,
  slot: Slot,
) => `$.Lex.Slots.${slot}` as const;

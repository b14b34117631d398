import type { AtlasStack } from '@atlas-engine/constructs';
import { type BotName, botNames } from '@atlas-engine/resource-names';
import { addBot } from './add-bot.ts';

/** Every bot, by the ARN of the alias that its users speak to. */
export const addBots = (stack: AtlasStack): Readonly<Record<BotName, string>> =>
  Object.fromEntries(botNames.map((bot) => [bot, addBot(stack, bot)])) as Record<BotName, string>;

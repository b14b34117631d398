import type { BotDefinition } from '../bot/bot-definition.ts';
import { atlasEngineBot } from './atlas-engine/atlas-engine-bot.ts';
import { bankingBot } from './banking/banking-bot.ts';
import { gatewayBot } from './gateway/gateway-bot.ts';
import { salesBot } from './sales/sales-bot.ts';

/** Every bot by its name. */
export const bots = {
  AtlasEngineBot: atlasEngineBot,
  GatewayBot: gatewayBot,
  BankingBot: bankingBot,
  SalesBot: salesBot,
} as const satisfies Readonly<Record<string, BotDefinition>>;
export type Bots = typeof bots;

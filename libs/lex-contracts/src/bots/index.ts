export * from './atlas-engine/atlas-engine-bot.ts';
export { bankingBot } from './banking/banking-bot.ts';
export * from './bots.ts';
export { gatewayBot } from './gateway/gateway-bot.ts';
export { salesBot } from './sales/sales-bot.ts';

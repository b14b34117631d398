export * from './atlas-engine-bot.ts';
export type * from './bot-definition.ts';
export type * from './cloudformation-bot.ts';
export { toCloudFormationBot } from './to-cloudformation-bot.ts';

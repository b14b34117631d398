export type * from './bot-definition.ts';
export * from './bot-types.ts';
export type * from './card-definition.ts';
export type * from './cloudformation-bot.ts';
export { inLocale } from './in-locale.ts';
export { toCloudFormationBot } from './to-cloudformation-bot.ts';

export * from './bot/index.ts';
export * from './bots/index.ts';
export * from './lint/lint-bot.ts';
export * from './runtime/index.ts';

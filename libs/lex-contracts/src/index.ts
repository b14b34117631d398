export * from './bot/index.ts';
export * from './runtime/index.ts';

export * from './conversation.ts';
export * from './personas.ts';

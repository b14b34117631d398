export * from './agent.ts';
export * from './customer.ts';
export * from './personas.ts';
export { phrasesIn } from './phrases.ts';

export type { AliasDefinition } from './bot/bots.ts';
export { LexDefinitionError } from './bot/lex-definition-error.ts';
export type { HookAnswer, InvokeFunction } from './dialog/code-hook.ts';
export { createLex, type Heard, type HeardAnswer, type Lex, type LexOptions } from './lex.ts';
export type { TextLogLine } from './logs/text-log.ts';

export * from './answers.ts';
export * from './code-hook-event.ts';
export * from './code-hook-response.ts';
export { intentSchema, type AnyBotIntent, type BotIntent, type SlotValues } from './intent.ts';
export * from './lex-response-error.ts';
export * from './limits.ts';
export { messageSchema, plainText, type Message } from './message.ts';
export { filledSlot, slotSchema, type Slot, type WrittenSlot } from './slot.ts';
export * from './vocabulary.ts';

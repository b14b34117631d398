export { attribute } from './attribute.ts';
export * from './contact.ts';
export * from './decisions.ts';
export * from './endings.ts';
export { heardSlot } from './heard-slot.ts';
export { askPhoneNumber, type Conversation, menu, talkToBot } from './input.ts';
export * from './routing.ts';
export * from './speech.ts';

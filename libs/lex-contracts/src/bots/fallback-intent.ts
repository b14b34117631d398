import type { IntentDefinition } from '../bot/bot-definition.ts';

/** The intent that takes whatever no other does; each bot has it. */
export const fallbackIntent = {
  description: 'Whatever no other intent takes',
  utterances: [],
  slots: {},
  dialogHook: false,
  parentSignature: 'AMAZON.FallbackIntent',
} as const satisfies IntentDefinition;

import type { IntentDefinition } from '../bot/bot-definition.ts';

/** The person wants a human being; the same in every bot of the contact centre. */
export const transferToAgent = {
  description: 'The person wants to talk to a human being',
  utterances: [
    'I want to talk to someone',
    'can I speak to an agent',
    'agent',
    'transfer me to an agent',
    'put me through to a person',
    'I need a human',
    'speak to a representative',
    'talk to a real person',
    'connect me with an adviser',
    'let me speak with customer service',
  ],
  slots: {},
  dialogHook: false,
} as const satisfies IntentDefinition;

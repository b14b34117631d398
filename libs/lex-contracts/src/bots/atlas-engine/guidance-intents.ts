import type { IntentDefinition } from '../../bot/bot-definition.ts';
import { fallbackIntent } from '../fallback-intent.ts';

/** The intents about the conversation itself. */
export const guidanceIntents = {
  SpeakToAgent: {
    description: 'The person wants to talk to a human being',
    utterances: [
      'agent',
      'speak to an agent',
      'I want to talk to a person',
      'connect me to someone',
      'can I speak with a human',
      'representative',
      'transfer me to sales',
      'let me talk to somebody real',
    ],
    slots: {},
    dialogHook: false,
  },
  Help: {
    description: 'The person asks what the bot can do',
    utterances: [
      'help',
      'what can you do',
      'how does this work',
      'I need help',
      'what are my options',
      'who are you',
      'what is this about',
    ],
    slots: {},
    dialogHook: false,
  },
  FallbackIntent: fallbackIntent,
} as const satisfies Readonly<Record<string, IntentDefinition>>;

import type { IntentDefinition } from '../../bot/bot-definition.ts';
import { bankingSlots } from './slots.ts';

/** What happens to cards. */
export const cardIntents = {
  ReportLostCard: {
    description: 'A card is lost or stolen and must be blocked',
    utterances: [
      'I lost my card',
      'my card was stolen',
      'I have lost my {CardType}',
      'my {CardType} is missing',
      'somebody stole my {CardType}',
      'block my card',
      'freeze my {CardType}',
      'I cannot find my card',
      'report a lost card',
    ],
    slots: { CardType: bankingSlots.CardType },
    dialogHook: true,
    confirmation: {
      prompts: [
        'Shall I block your {CardType} now? A new one comes by post.',
        'I will block your {CardType} and send a new one. Is that right?',
      ],
      declined: ['Your card was not blocked.'],
    },
  },
  ChangePIN: {
    description: 'The person wants another PIN, or forgot it',
    utterances: [
      'change my PIN',
      'I want a new PIN',
      'I forgot my PIN',
      'reset the PIN of my {CardType}',
      'how do I change my PIN',
      'my PIN does not work',
      'choose another PIN for my {CardType}',
      'remind me of my PIN',
    ],
    slots: { CardType: bankingSlots.CardType },
    dialogHook: true,
  },
} as const satisfies Readonly<Record<string, IntentDefinition>>;

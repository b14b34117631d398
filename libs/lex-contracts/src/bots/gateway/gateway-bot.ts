import type { BotDefinition } from '../../bot/bot-definition.ts';
import { fallbackIntent } from '../fallback-intent.ts';
import { transferToAgent } from '../transfer-to-agent.ts';

/** GatewayBot: the first to be spoken to; finds out which of the other bots, or a person, is to take over. */
export const gatewayBot = {
  description: 'Finds out what a customer wants and who is to take over',
  idleSessionSeconds: 300,
  confidenceThreshold: 0.4,
  locales: {
    en_GB: { voice: 'Ruth', engine: 'neural' },
    en_US: { voice: 'Joanna', engine: 'neural' },
  },
  slotTypes: {
    GatewayTopic: {
      description: 'What a customer may want to talk about, by who answers',
      closed: true,
      values: [
        {
          value: 'banking',
          synonyms: [
            'my account',
            'my balance',
            'my bank account',
            'a payment',
            'my card',
            'a transfer',
            'a direct debit',
            'my statement',
          ],
        },
        {
          value: 'sales',
          synonyms: [
            'your products',
            'a product',
            'prices',
            'a loan',
            'a mortgage',
            'a new account',
            'savings',
          ],
        },
      ],
    },
  },
  intents: {
    ChatIntent: {
      description: 'The person has a question that a bot may answer',
      utterances: [
        'hello',
        'good morning',
        'I have a question',
        'I have a question about {Topic}',
        'it is about {Topic}',
        'I need help with {Topic}',
        'I would like to know about {Topic}',
        'can you tell me about {Topic}',
        'I am calling about {Topic}',
        '{Topic} please',
      ],
      slots: {
        Topic: {
          description: 'What the conversation is to be about',
          type: 'GatewayTopic',
          required: true,
          prompts: [
            'Is it about your account, or about our products?',
            'Would you like help with your account, or information about our products?',
          ],
          card: {
            title: 'How can we help?',
            buttons: [
              { text: 'My account', value: 'my account' },
              { text: 'Your products', value: 'your products' },
            ],
          },
        },
      },
      dialogHook: true,
    },
    TransferToAgent: transferToAgent,
    FallbackIntent: fallbackIntent,
  },
} as const satisfies BotDefinition;

import type { BotDefinition } from '../../bot/bot-definition.ts';
import { fallbackIntent } from '../fallback-intent.ts';
import { transferToAgent } from '../transfer-to-agent.ts';
import { accountIntents } from './account-intents.ts';
import { cardIntents } from './card-intents.ts';

/** BankingBot: accounts, payments and cards. */
export const bankingBot = {
  description: 'Answers about accounts, makes payments and looks after cards',
  idleSessionSeconds: 300,
  confidenceThreshold: 0.4,
  locales: { en_GB: { voice: 'Amy', engine: 'neural' } },
  slotTypes: {
    BankingAccount: {
      description: 'Accounts that customers have',
      closed: true,
      values: [
        { value: 'current account', synonyms: ['current', 'everyday account', 'main account'] },
        { value: 'savings account', synonyms: ['savings', 'saver', 'deposit account'] },
        { value: 'joint account', synonyms: ['joint', 'shared account', 'our account'] },
      ],
    },
    BankingCard: {
      description: 'Cards that customers have',
      closed: true,
      values: [
        { value: 'debit card', synonyms: ['debit', 'bank card', 'cash card'] },
        { value: 'credit card', synonyms: ['credit', 'charge card'] },
      ],
    },
    BankingPayee: {
      description: 'Names under which customers save payees; what is said otherwise is kept as it is',
      values: [
        { value: 'my landlord', synonyms: ['the landlord', 'the rent'] },
        { value: 'the electricity company', synonyms: ['my electricity', 'the power company'] },
        { value: 'the gym', synonyms: ['my gym', 'the fitness club'] },
      ],
    },
    BankingPeriod: {
      description: 'Times that statements cover',
      closed: true,
      values: [
        { value: 'last month', synonyms: ['the last month', 'one month', 'the past month'] },
        { value: 'last three months', synonyms: ['the last three months', 'three months', 'last quarter'] },
        { value: 'this year', synonyms: ['the whole year', 'year to date'] },
      ],
    },
  },
  intents: {
    ...accountIntents,
    ...cardIntents,
    TransferToAgent: transferToAgent,
    FallbackIntent: fallbackIntent,
  },
} as const satisfies BotDefinition;

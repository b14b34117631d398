import type { SlotDefinition } from '../../bot/bot-definition.ts';

/** The slots that intents of BankingBot share. */
export const bankingSlots = {
  AccountType: {
    description: 'Which of the accounts of the customer',
    type: 'BankingAccount',
    required: true,
    prompts: ['Which account: current, savings or joint?', 'Is that your current, savings or joint account?'],
    card: {
      title: 'Which account?',
      buttons: [
        { text: 'Current', value: 'current account' },
        { text: 'Savings', value: 'savings account' },
        { text: 'Joint', value: 'joint account' },
      ],
    },
  },
  Amount: {
    description: 'How much, in whole pounds',
    type: 'AMAZON.Number',
    required: true,
    prompts: ['How much, in pounds?', 'Please give me the amount in whole pounds.'],
  },
  Payee: {
    description: 'Who gets the money, by the name that the customer saved',
    type: 'BankingPayee',
    required: true,
    prompts: ['Who is the money for?', 'To whom should it go? Please give me the name of a saved payee.'],
    personal: true,
  },
  CardType: {
    description: 'Which card of the customer',
    type: 'BankingCard',
    required: true,
    prompts: ['Which card is it: debit or credit?', 'Do you mean the debit card or the credit card?'],
    card: {
      title: 'Which card?',
      buttons: [
        { text: 'Debit card', value: 'debit card' },
        { text: 'Credit card', value: 'credit card' },
      ],
    },
  },
} as const satisfies Readonly<Record<string, SlotDefinition>>;

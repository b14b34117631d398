import type { IntentDefinition } from '../../bot/bot-definition.ts';
import { bankingSlots } from './slots.ts';

/** The account spoken of, kept for the next questions. */
const accountChosen = { name: 'account-chosen', seconds: 300, turns: 5 } as const;

/** Questions about an account, and payments from it. */
export const accountIntents = {
  CheckBalance: {
    description: 'The person asks how much money is in an account',
    utterances: [
      'what is my balance',
      'how much money do I have',
      'check my balance',
      'check the balance of my {AccountType}',
      'how much is in my {AccountType}',
      'tell me the balance on my {AccountType}',
      'what is left in my {AccountType}',
      'show me my account balance',
    ],
    slots: { AccountType: bankingSlots.AccountType },
    dialogHook: true,
    outputContexts: [accountChosen],
  },
  TransferMoney: {
    description: 'The person wants to send money to someone',
    utterances: [
      'transfer money',
      'I want to make a transfer',
      'send {Amount} pounds to {Payee}',
      'transfer {Amount} pounds to {Payee}',
      'pay {Payee}',
      'pay {Payee} {Amount} pounds from my {AccountType}',
      'move {Amount} pounds from my {AccountType}',
      'make a payment',
    ],
    slots: {
      Payee: bankingSlots.Payee,
      Amount: bankingSlots.Amount,
      AccountType: { ...bankingSlots.AccountType, initially: ['#account-chosen.AccountType'] },
    },
    dialogHook: true,
    confirmation: {
      prompts: [
        'Shall I send {Amount} pounds from your {AccountType} to {Payee}?',
        'That is {Amount} pounds from your {AccountType} to {Payee}. Is that right?',
      ],
      declined: ['Nothing was sent.'],
    },
  },
  GetStatement: {
    description: 'The person wants a statement of an account',
    utterances: [
      'I need a statement',
      'send me my statement',
      'get a statement for my {AccountType}',
      'I would like the statement for {Period}',
      'statement of my {AccountType} for {Period}',
      'can I have a bank statement',
      'show me my transactions',
      'list my recent payments',
    ],
    slots: {
      AccountType: { ...bankingSlots.AccountType, initially: ['#account-chosen.AccountType'] },
      Period: {
        description: 'The time that the statement covers',
        type: 'BankingPeriod',
        required: true,
        prompts: [
          'For which time: last month, the last three months or this year?',
          'Which statement would you like: last month, three months, or this year?',
        ],
      },
    },
    dialogHook: true,
  },
  SetupDirectDebit: {
    description: 'The person wants a payment to be made every month',
    utterances: [
      'set up a direct debit',
      'I want to set up a direct debit',
      'create a direct debit to {Payee}',
      'start a monthly payment to {Payee}',
      'pay {Payee} {Amount} pounds every month',
      'new direct debit of {Amount} pounds',
      'arrange a regular payment',
      'set up a standing payment for {Payee}',
    ],
    slots: {
      Payee: bankingSlots.Payee,
      Amount: bankingSlots.Amount,
      DebitDay: {
        description: 'The day of the month, 1 to 28',
        type: 'AMAZON.Number',
        required: true,
        prompts: ['On which day of the month, from 1 to 28?', 'Which day of the month suits you? 1 to 28.'],
      },
    },
    dialogHook: true,
    confirmation: {
      prompts: [
        'Shall I set up {Amount} pounds to {Payee} on day {DebitDay} of each month?',
        'So {Amount} pounds go to {Payee} on day {DebitDay} of each month. Is that right?',
      ],
      declined: ['No direct debit was set up.'],
    },
  },
} as const satisfies Readonly<Record<string, IntentDefinition>>;

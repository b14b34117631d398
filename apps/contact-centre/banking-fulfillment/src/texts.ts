import { mostPounds } from './intents/read-slots.ts';

/** What the function says beside the bot's own prompts. */
export const texts = {
  account: 'I know a current, a savings and a joint account. Which one?',
  card: 'Is it the debit card or the credit card?',
  amount: `Please give me whole pounds, from 1 to ${mostPounds.toLocaleString('en-GB')}.`,
  payee: 'I did not get the name. Who is the money for?',
  period: 'Is it for last month, the last three months or this year?',
  day: 'Please give me a day of the month, from 1 to 28.',
  pin: 'I never ask for a PIN or tell one. You can choose a new one at any cash machine, under PIN services.',
  again:
    'I am sorry, I did not understand that. You can ask for a balance, a payment, a statement or a card.',
  handOver: 'I will connect you with a colleague.',
} as const;

import type { bankingBot, CodeHookResponse, IntentOf } from '@atlas-engine/lex-contracts';
import type { AccountBook, Entry } from '../accounts/account-book.ts';
import { inPounds } from '../money.ts';
import { texts } from '../texts.ts';
import { type Asked, finish, stillToAsk } from './gather.ts';
import { readAccount, readAmount, readDay, readPayee, readPeriod } from './read-slots.ts';

type Bot = typeof bankingBot;

const lines = (entries: readonly Entry[]): string =>
  entries.map(({ what, amount }) => `${what} ${inPounds(amount)}`).join(', ');

/** Of a statement so many entries are said; more nobody keeps in mind. */
const mostEntries = 5;

/** The answers about accounts. */
export const accountAnswers = (book: AccountBook) => ({
  CheckBalance: (intent: IntentOf<Bot, 'CheckBalance'>, event: Asked): CodeHookResponse => {
    const account = readAccount(intent.slots.AccountType);
    const open = stillToAsk(intent, event, { AccountType: { value: account, problem: texts.account } });
    if (open !== undefined || account === undefined) return open ?? finish(intent, event, failed);
    return finish(intent, event, {
      say: `Your ${account} holds ${inPounds(book.balanceOf(account))}.`,
    });
  },

  GetStatement: (intent: IntentOf<Bot, 'GetStatement'>, event: Asked): CodeHookResponse => {
    const account = readAccount(intent.slots.AccountType);
    const period = readPeriod(intent.slots.Period);
    const open = stillToAsk(intent, event, {
      AccountType: { value: account, problem: texts.account },
      Period: { value: period, problem: texts.period },
    });
    if (open !== undefined || account === undefined || period === undefined)
      return open ?? finish(intent, event, failed);
    const entries = book.statement(account, period).slice(0, mostEntries);
    const say =
      entries.length === 0
        ? `There is nothing on your ${account} for ${period}.`
        : `The newest on your ${account} for ${period}: ${lines(entries)}.`;
    return finish(intent, event, { say });
  },

  TransferMoney: (intent: IntentOf<Bot, 'TransferMoney'>, event: Asked): CodeHookResponse => {
    const payee = readPayee(intent.slots.Payee);
    const amount = readAmount(intent.slots.Amount);
    const account = readAccount(intent.slots.AccountType);
    const open = stillToAsk(intent, event, {
      Payee: { value: payee, problem: texts.payee },
      Amount: { value: amount, problem: texts.amount },
      AccountType: { value: account, problem: texts.account },
    });
    if (open !== undefined || payee === undefined || amount === undefined || account === undefined)
      return open ?? finish(intent, event, failed);
    const { kind, balance } = book.pay({ account, payee, amount });
    return kind === 'PAID'
      ? finish(intent, event, { say: `Sent. Your ${account} now holds ${inPounds(balance)}.` })
      : finish(intent, event, {
          state: 'Failed',
          say: `Your ${account} holds ${inPounds(balance)}, which is not enough. Nothing was sent.`,
        });
  },

  SetupDirectDebit: (intent: IntentOf<Bot, 'SetupDirectDebit'>, event: Asked): CodeHookResponse => {
    const payee = readPayee(intent.slots.Payee);
    const amount = readAmount(intent.slots.Amount);
    const day = readDay(intent.slots.DebitDay);
    const open = stillToAsk(intent, event, {
      Payee: { value: payee, problem: texts.payee },
      Amount: { value: amount, problem: texts.amount },
      DebitDay: { value: day, problem: texts.day },
    });
    if (open !== undefined || payee === undefined || amount === undefined || day === undefined)
      return open ?? finish(intent, event, failed);
    const isNew = book.setUpDirectDebit({ payee, amount, day }) === 'SET_UP';
    return finish(intent, event, {
      say: isNew
        ? `Done: ${inPounds(amount)} on day ${String(day)} of each month.`
        : 'That direct debit is already set up.',
    });
  },
});

/** Nothing is done with what cannot be read. */
const failed = { state: 'Failed', say: 'I am sorry, I could not do that.' } as const;

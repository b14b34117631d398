import { type Account, type Entry, openingEntries } from './opening-entries.ts';

export type { Account, Entry } from './opening-entries.ts';

export type Card = 'debit card' | 'credit card';

/** How many days back a statement goes. */
export const periods = { 'last month': 31, 'last three months': 92, 'this year': 365 } as const;
export type Period = keyof typeof periods;

export interface Payment {
  readonly account: Account;
  readonly payee: string;
  /** Pence. */
  readonly amount: number;
}

/** The customer's accounts. Amounts are in pence; what leaves an account is negative. */
export interface AccountBook {
  readonly balanceOf: (account: Account) => number;
  /** `LACKING`: there is not enough in the account, nothing was paid. */
  readonly pay: (payment: Payment) => { readonly kind: 'PAID' | 'LACKING'; readonly balance: number };
  /** The newest first. */
  readonly statement: (account: Account, period: Period) => readonly Entry[];
  /** `KNOWN`: the same direct debit was set up before. */
  readonly setUpDirectDebit: (
    debit: Omit<Payment, 'account'> & { readonly day: number },
  ) => 'SET_UP' | 'KNOWN';
  /** `KNOWN`: it was blocked before. */
  readonly blockCard: (card: Card) => 'BLOCKED' | 'KNOWN';
}

/** A book in memory, with made-up accounts: it lasts as long as the container of the function. */
export function createAccountBook(): AccountBook {
  const entries: Record<Account, Entry[]> = structuredClone(openingEntries);
  const debits = new Set<string>();
  const blocked = new Set<Card>();
  const balanceOf = (account: Account): number =>
    entries[account].reduce((sum, { amount }) => sum + amount, 0);

  return {
    balanceOf,
    pay: ({ account, payee, amount }) => {
      const balance = balanceOf(account);
      if (amount > balance) return { kind: 'LACKING', balance };
      entries[account].unshift({ daysAgo: 0, what: payee, amount: -amount });
      return { kind: 'PAID', balance: balance - amount };
    },
    statement: (account, period) => entries[account].filter(({ daysAgo }) => daysAgo <= periods[period]),
    setUpDirectDebit: ({ payee, amount, day }) => {
      const key = JSON.stringify([payee.toLowerCase(), amount, day]);
      if (debits.has(key)) return 'KNOWN';
      debits.add(key);
      return 'SET_UP';
    },
    blockCard: (card) => {
      if (blocked.has(card)) return 'KNOWN';
      blocked.add(card);
      return 'BLOCKED';
    },
  };
}

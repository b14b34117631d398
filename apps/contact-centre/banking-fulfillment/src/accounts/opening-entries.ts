export type Account = 'current account' | 'savings account' | 'joint account';

/** Something that came into an account or left it. */
export interface Entry {
  /** 0 is today. */
  readonly daysAgo: number;
  readonly what: string;
  /** Pence; negative for what left. */
  readonly amount: number;
}

/** Made-up accounts, the newest entry first. */
export const openingEntries: Readonly<Record<Account, Entry[]>> = {
  'current account': [
    { daysAgo: 2, what: 'groceries', amount: -5420 },
    { daysAgo: 9, what: 'electricity', amount: -8800 },
    { daysAgo: 24, what: 'salary', amount: 240_000 },
    { daysAgo: 60, what: 'opening balance', amount: 51_230 },
  ],
  'savings account': [
    { daysAgo: 40, what: 'interest', amount: 1250 },
    { daysAgo: 200, what: 'opening balance', amount: 500_000 },
  ],
  'joint account': [
    { daysAgo: 5, what: 'rent', amount: -95_000 },
    { daysAgo: 33, what: 'transfer in', amount: 120_000 },
    { daysAgo: 120, what: 'opening balance', amount: 20_000 },
  ],
};

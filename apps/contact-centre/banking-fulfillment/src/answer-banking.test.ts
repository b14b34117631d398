import { bankingBot } from '@atlas-engine/lex-contracts';
import { aTurn } from '@atlas-engine/lex-contracts/testing';
import * as fc from 'fast-check';
import { type Account, createAccountBook } from './accounts/account-book.ts';
import { createAnswerBanking } from './answer-banking.ts';

type Answer = ReturnType<typeof createAnswerBanking>;
type Event = Parameters<Answer>[0];
const fulfil = { fulfil: true };

function arrange() {
  const book = createAccountBook();
  const answer = createAnswerBanking(book);
  const hear = async (event: Event) => {
    const { sessionState, messages = [] } = await answer(event);
    const { dialogAction, intent } = sessionState;
    return {
      said: messages.map((message) => ('content' in message ? message.content : '')).join(' '),
      next: dialogAction.type === 'ElicitSlot' ? dialogAction.slotToElicit : dialogAction.type,
      state: intent?.state,
      slots: intent?.slots,
    };
  };
  return { book, hear };
}

const payment = { Payee: 'the gym', Amount: '25', AccountType: 'current account' };

describe('the answers about accounts', () => {
  it('tell the balance', async () => {
    const heard = await arrange().hear(
      aTurn(bankingBot, 'CheckBalance', { AccountType: 'savings account' }, fulfil),
    );
    expect(heard).toMatchObject({ next: 'Close', said: 'Your savings account holds £5,012.50.' });
  });

  it('tell the newest entries of the time asked for', async () => {
    const slots = { AccountType: 'current account', Period: 'last month' };
    const { said } = await arrange().hear(aTurn(bankingBot, 'GetStatement', slots, fulfil));
    expect(said).toBe(
      'The newest on your current account for last month: groceries -£54.20, electricity -£88.00, salary £2,400.00.',
    );
  });

  it('send money once it is confirmed, which the bot sees to', async () => {
    const { book, hear } = arrange();
    const before = book.balanceOf('current account');
    expect(await hear(aTurn(bankingBot, 'TransferMoney', payment))).toMatchObject({ next: 'Delegate' });
    expect(book.balanceOf('current account')).toBe(before);
    const heard = await hear(aTurn(bankingBot, 'TransferMoney', payment, fulfil));
    expect(heard).toMatchObject({ state: 'Fulfilled', said: expect.stringContaining('Sent.') });
    expect(book.balanceOf('current account')).toBe(before - 2500);
    expect(book.statement('current account', 'last month')[0]).toEqual({
      daysAgo: 0,
      what: 'the gym',
      amount: -2500,
    });
  });

  it('send nothing that the account does not hold', async () => {
    const { book, hear } = arrange();
    const before = book.balanceOf('joint account');
    const slots = { ...payment, AccountType: 'joint account', Amount: '9999' };
    const heard = await hear(aTurn(bankingBot, 'TransferMoney', slots, fulfil));
    expect(heard).toMatchObject({ state: 'Failed', said: expect.stringContaining('not enough') });
    expect(book.balanceOf('joint account')).toBe(before);
  });

  it('never let an account fall below nothing', () => {
    const payments = fc.array(
      fc.record({
        account: fc.constantFrom<Account>('current account', 'savings account', 'joint account'),
        amount: fc.integer({ min: 1, max: 300_000 }),
        payee: fc.constant('the gym'),
      }),
    );
    fc.assert(
      fc.property(payments, (all) => {
        const book = createAccountBook();
        for (const one of all) {
          const before = book.balanceOf(one.account);
          const { kind, balance } = book.pay(one);
          expect(balance).toBe(book.balanceOf(one.account));
          expect(balance).toBe(kind === 'PAID' ? before - one.amount : before);
          expect(balance).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it('set up a direct debit once', async () => {
    const { hear } = arrange();
    const turn = aTurn(
      bankingBot,
      'SetupDirectDebit',
      { Payee: 'the gym', Amount: '25', DebitDay: '3' },
      fulfil,
    );
    expect((await hear(turn)).said).toBe('Done: £25.00 on day 3 of each month.');
    expect((await hear(turn)).said).toContain('already');
  });
});

describe('the answers about cards', () => {
  it('block a card once', async () => {
    const { hear } = arrange();
    const turn = aTurn(bankingBot, 'ReportLostCard', { CardType: 'debit card' }, fulfil);
    expect((await hear(turn)).said).toContain('is blocked, and a new one');
    expect((await hear(turn)).said).toContain('blocked already');
  });

  it('never take a PIN', async () => {
    const { said } = await arrange().hear(
      aTurn(bankingBot, 'ChangePIN', { CardType: 'credit card' }, fulfil),
    );
    expect(said).toContain('never ask for a PIN');
  });
});

describe('values that cannot be used', () => {
  it.each([
    ['TransferMoney', { Amount: '0' }, 'Amount'],
    ['TransferMoney', { Amount: '10001' }, 'Amount'],
    ['TransferMoney', { Amount: '1e3' }, 'Amount'],
    ['TransferMoney', { Payee: '<b>me</b>' }, 'Payee'],
    ['TransferMoney', { AccountType: 'offshore' }, 'AccountType'],
    ['SetupDirectDebit', { DebitDay: '31' }, 'DebitDay'],
    ['GetStatement', { Period: 'forever' }, 'Period'],
    ['CheckBalance', { AccountType: '__proto__' }, 'AccountType'],
    ['ReportLostCard', { CardType: 'library card' }, 'CardType'],
  ] as const)('are asked for again: %s with %j', async (intent, slots, slot) => {
    const heard = await arrange().hear(aTurn(bankingBot, intent, slots as never));
    expect(heard).toMatchObject({ next: slot, said: expect.any(String), slots: { [slot]: null } });
  });

  it.each(['TransferMoney', 'CheckBalance', 'SetupDirectDebit', 'GetStatement', 'ReportLostCard'] as const)(
    '%s fulfils nothing without them',
    async (intent) => {
      const { next } = await arrange().hear(aTurn(bankingBot, intent, {}, fulfil));
      expect(next).not.toBe('Close');
    },
  );
});

describe('what no intent of an account takes', () => {
  it('goes to a person, at once or when it is not understood twice', async () => {
    const answer = createAnswerBanking();
    const asked = await answer(aTurn(bankingBot, 'TransferToAgent'));
    expect(asked.sessionState.sessionAttributes).toEqual({ handOff: 'agent' });
    const first = await answer(aTurn(bankingBot, 'FallbackIntent'));
    const { sessionAttributes } = first.sessionState;
    const second = await answer(aTurn(bankingBot, 'FallbackIntent', {}, { sessionAttributes }));
    expect(second.sessionState.sessionAttributes).toEqual({ handOff: 'agent' });
  });
});

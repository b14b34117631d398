import { bankingBot, gatewayBot, salesBot, toCloudFormationBot } from '@atlas-engine/lex-contracts';
import { startLex, type StartedLex } from './fixtures/started-lex.ts';
import type { InvokeFunction } from './index.ts';

interface Event {
  readonly invocationSource: string;
  readonly inputMode: string;
  readonly bot: { readonly version: string };
  readonly sessionState: {
    readonly intent: { readonly name: string; readonly slots: object };
    readonly sessionAttributes: object;
    readonly activeContexts: readonly { readonly name: string; readonly timeToLive: object }[];
  };
}

/** Does whatever it is asked, and lets Lex take every step before. */
const obedient: InvokeFunction = async (_arn, event) => {
  const { invocationSource, sessionState } = event as Event;
  const { intent, sessionAttributes } = sessionState;
  const isDialog = invocationSource === 'DialogCodeHook';
  return {
    payload: {
      sessionState: {
        dialogAction: { type: isDialog ? 'Delegate' : 'Close' },
        intent: isDialog ? intent : { ...intent, state: 'Fulfilled' },
        sessionAttributes,
      },
      ...(isDialog ? {} : { messages: [{ contentType: 'PlainText', content: 'Done.' }] }),
    },
  };
};

const definitions = { banking: bankingBot, gateway: gatewayBot, sales: salesBot };
const emitted = (name: keyof typeof definitions) => ({
  ...toCloudFormationBot(definitions[name], { name, roleArn: 'arn:aws:iam::000000000000:role/Bot' }),
  id: name.toUpperCase(),
});

let lex: StartedLex | undefined;
const start = async (name: keyof typeof definitions): Promise<StartedLex> => {
  lex = await startLex({ bot: emitted(name), localeId: 'en_GB', invokeFunction: obedient });
  return lex;
};
afterEach(async () => {
  await lex?.stop();
  lex = undefined;
});
const events = () => (lex?.events ?? []) as readonly Event[];

describe('a bot of the contact centre', () => {
  it('asks with a card, and takes what stands behind its button', async () => {
    const { recognize, say } = await start('banking');
    const { messages } = await recognize({ text: 'check my balance' });
    expect(messages).toMatchObject([
      { contentType: 'PlainText' },
      { contentType: 'ImageResponseCard', imageResponseCard: { title: 'Which account?' } },
    ]);
    const { value } = messages![1]!.imageResponseCard!.buttons![1]!;
    expect(await say(value!)).toMatchObject({
      state: 'Fulfilled',
      slots: { AccountType: 'savings account' },
    });
  });

  it('confirms by what was said, and does nothing when it is declined', async () => {
    const { say } = await start('banking');
    await say('transfer 25 pounds to the gym');
    expect(await say('my current account')).toMatchObject({
      next: 'ConfirmIntent',
      said: 'Shall I send 25 pounds from your current account to the gym?',
    });
    expect(await say('no')).toMatchObject({ state: 'Failed', said: 'Nothing was sent.' });
    expect(events().map(({ invocationSource }) => invocationSource)).not.toContain('FulfillmentCodeHook');
  });

  it('remembers the account spoken of, for some turns and some time', async () => {
    const { say, clock, get } = await start('banking');
    await say('how much is in my savings account');
    expect((await get()).sessionState?.activeContexts).toEqual([
      {
        name: 'account-chosen',
        contextAttributes: { AccountType: 'savings account' },
        timeToLive: { timeToLiveInSeconds: 300, turnsToLive: 5 },
      },
    ]);
    await clock.advanceBy(100_000);
    expect(await say('send me my statement')).toMatchObject({
      next: 'Period',
      slots: { AccountType: 'savings account' },
    });
    expect(events().at(-1)?.sessionState.activeContexts).toMatchObject([
      { timeToLive: { timeToLiveInSeconds: 200, turnsToLive: 4 } },
    ]);
    await clock.advanceBy(200_000);
    await say('last month');
    expect(await say('send me my statement')).toMatchObject({ next: 'AccountType' });
  });

  it('forgets the account when its turns are over', async () => {
    const { say } = await start('banking');
    await say('how much is in my savings account');
    for (let turn = 0; turn < 5; turn += 1) await say('xyzzy');
    expect(await say('send me my statement')).toMatchObject({ next: 'AccountType' });
  });

  it('answers a price for the product that it told about', async () => {
    const { say } = await start('sales');
    await say('tell me about the mortgage');
    expect(await say('what does it cost')).toMatchObject({
      intent: 'Pricing',
      slots: { Product: 'mortgage' },
    });
  });

  it('hears words, digits and silence on a line', async () => {
    const { lex: double } = await start('banking');
    const key = { botId: 'BANKING', botAliasId: 'LIVEALIAS1', localeId: 'en_GB', sessionId: 'line-1' };
    const hear = async (text: string, inputMode: 'Speech' | 'DTMF' = 'Speech') => {
      const { sessionState, messages } = await double.hear({ key, text, inputMode });
      const { dialogAction, intent } = sessionState;
      return { next: dialogAction, intent: intent?.name, slots: intent?.slots, said: messages[0]?.content };
    };
    await hear('set up a direct debit for the gym');
    await hear('the gym');
    expect(await hear('25', 'DTMF')).toMatchObject({ next: { slotToElicit: 'DebitDay' } });
    expect(events().at(-1)?.inputMode).toBe('DTMF');
    const asked = await hear('');
    expect(asked).toMatchObject({
      next: { slotToElicit: 'DebitDay' },
      said: expect.stringContaining('Which day'),
    });
    await hear('');
    expect(await hear('')).toMatchObject({ intent: 'FallbackIntent' });
  });

  it('takes silence for nothing by text', async () => {
    const { recognize } = await start('gateway');
    await expect(recognize({ text: ' ' })).rejects.toMatchObject({ name: 'ValidationException' });
  });
});

describe('a version', () => {
  it('stays as it was when the bot changes, until the alias moves on', async () => {
    const { lex: double, say } = await start('sales');
    const alias = {
      botId: 'SALES',
      aliasId: 'LIVEALIAS1',
      aliasName: 'prod',
      locales: { en_GB: { enabled: true, lambdaArn: 'arn:aws:lambda:us-east-1:000000000000:function:F' } },
    };
    expect(double.addVersion('SALES')).toBe('1');
    expect(double.addVersion('SALES')).toBe('1');
    double.addAlias({ ...alias, botVersion: '1' });
    const { intents } = salesBot;
    const Pricing = { ...intents.Pricing, utterances: [...intents.Pricing.utterances, 'zork'] };
    const changed = { ...salesBot, intents: { ...intents, Pricing } };
    double.addBot({ ...toCloudFormationBot(changed, { name: 'sales', roleArn: 'arn' }), id: 'SALES' });
    expect(await say('zork')).toMatchObject({ intent: 'FallbackIntent' });
    expect(events().at(-1)?.bot.version).toBe('1');
    expect(double.addVersion('SALES')).toBe('2');
    double.addAlias({ ...alias, botVersion: '2' });
    expect(await say('zork')).toMatchObject({ intent: 'Pricing' });
    expect(() => double.addAlias({ ...alias, botVersion: '3' })).toThrow('has no version 3');
  });
});

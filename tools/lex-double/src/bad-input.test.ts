import { atlasEngineBot, type BotDefinition, toCloudFormationBot } from '@atlas-engine/lex-contracts';
import { createManualClock, createMemoryStore } from '@atlas-engine/simulation';
import { createLex, type InvokeFunction } from './index.ts';

const key = { botId: 'BOT1', botAliasId: 'ALIAS1', localeId: 'en_US', sessionId: 'session-1' };
const delegate: InvokeFunction = (_arn, event) => {
  const { sessionState } = event as { sessionState: object };
  return Promise.resolve({
    payload: { sessionState: { ...sessionState, dialogAction: { type: 'Delegate' } } },
  });
};

/** AtlasEngineBot on a line, in the middle of a request for a call. */
async function onTheLine() {
  const lex = createLex({
    clock: createManualClock(Date.parse('2026-11-21T15:00:00Z')),
    store: createMemoryStore(),
    region: 'us-east-1',
    accountId: '000000000000',
    invokeFunction: delegate,
  });
  const bot: BotDefinition = atlasEngineBot;
  const roleArn = 'arn:aws:iam::000000000000:role/Bot';
  lex.addBot({ ...toCloudFormationBot(bot, { name: 'Bot', roleArn }), id: 'BOT1' });
  const lambdaArn = 'arn:aws:lambda:us-east-1:000000000000:function:Hook';
  const locales = { en_US: { enabled: true, lambdaArn } };
  lex.addAlias({ botId: 'BOT1', aliasId: 'ALIAS1', aliasName: 'live', locales });
  const hear = async (text: string, inputMode: 'Speech' | 'DTMF' = 'Speech') => {
    const { sessionState, messages } = await lex.hear({ key, text, inputMode });
    const { dialogAction, intent } = sessionState;
    return {
      next: dialogAction?.type === 'ElicitSlot' ? dialogAction.slotToElicit : dialogAction?.type,
      intent: intent?.name,
      said: messages.map(({ content }) => content).join(' '),
      phone: intent?.slots['PhoneNumber']?.value.interpretedValue,
    };
  };
  await hear('call me about solar panels');
  return hear;
}

describe('on a line', () => {
  it('keys are digits: a number is read from them, and nothing else', async () => {
    const hear = await onTheLine();
    expect(await hear('5', 'DTMF')).toMatchObject({ next: 'FirstName' });
    await hear('Robin');
    expect(await hear('Sample')).toMatchObject({ next: 'PhoneNumber' });
    expect(await hear('12', 'DTMF')).toMatchObject({ next: 'PhoneNumber' });
    expect(await hear('2125550100', 'DTMF')).toMatchObject({ next: 'Consent', phone: '2125550100' });
  });

  it('a value in another language is asked for again in other words, and then the fallback takes the turn', async () => {
    const hear = await onTheLine();
    await hear('Robin');
    await hear('Sample');
    const first = await hear('2125550100', 'DTMF');
    const again = await hear('sí, de acuerdo');
    expect(again).toMatchObject({ next: 'Consent', intent: 'RequestCall' });
    expect(again.said).not.toBe(first.said);
    expect(await hear('sí, de acuerdo')).toMatchObject({ next: 'Consent' });
    expect(await hear('sí, de acuerdo')).toMatchObject({ intent: 'FallbackIntent' });
  });

  it('a number in words of another language is no number', async () => {
    const hear = await onTheLine();
    await hear('Robin');
    await hear('Sample');
    expect(await hear('dos uno dos cinco cinco cinco cero uno cero cero')).toMatchObject({
      next: 'PhoneNumber',
      phone: undefined,
    });
  });

  it('somebody who changes their mind is heard in the middle of a question', async () => {
    const hear = await onTheLine();
    expect(await hear('stop calling me')).toMatchObject({ intent: 'OptOut' });
  });
});

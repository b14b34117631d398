import { atlasEngineBot, type BotDefinition, toCloudFormationBot } from '@atlas-engine/lex-contracts';
import { createManualClock, createMemoryStore } from '@atlas-engine/simulation';
import { createLex, type InvokeFunction, type TextLogLine } from '../index.ts';

const logGroupArn = 'arn:aws:logs:us-east-1:000000000000:log-group:/aws/lex/Bot';
const roleArn = 'arn:aws:iam::000000000000:role/Bot';
const lambdaArn = 'arn:aws:lambda:us-east-1:000000000000:function:Hook';
const key = { botId: 'BOT1', botAliasId: 'ALIAS1', localeId: 'en_US', sessionId: 'session-1' };

const delegate: InvokeFunction = (_arn, event) => {
  const { sessionState } = event as { sessionState: object };
  return Promise.resolve({
    payload: { sessionState: { ...sessionState, dialogAction: { type: 'Delegate' } } },
  });
};

function start({ textLog = true } = {}) {
  const written: TextLogLine[] = [];
  const lex = createLex({
    clock: createManualClock(Date.parse('2026-11-21T15:00:00Z')),
    store: createMemoryStore(),
    region: 'us-east-1',
    accountId: '000000000000',
    invokeFunction: delegate,
    log: (line) => void written.push(line),
  });
  const bot: BotDefinition = atlasEngineBot;
  lex.addBot({ ...toCloudFormationBot(bot, { name: 'Bot', roleArn }), id: 'BOT1' });
  lex.addAlias({
    botId: 'BOT1',
    aliasId: 'ALIAS1',
    aliasName: 'live',
    locales: { en_US: { enabled: true, lambdaArn } },
    ...(textLog ? { textLog: { logGroupArn, prefix: 'talk/' } } : {}),
  });
  const hear = (text: string, sessionAttributes?: Record<string, string>) =>
    lex.hear({
      key,
      text,
      inputMode: 'Speech',
      requestId: 'request-1',
      ...(sessionAttributes === undefined ? {} : { sessionState: { sessionAttributes } }),
    });
  const last = () => JSON.parse(written.at(-1)?.line ?? '{}') as Record<string, unknown>;
  return { hear, written, last };
}

describe('the log of conversations', () => {
  it('has a line for each turn, in the format of Lex', async () => {
    const { hear, written, last } = start();
    await hear('call me about solar panels');
    expect(written).toHaveLength(1);
    expect(written[0]).toMatchObject({ roleArn, logGroupArn, stream: 'talk/BOT1/ALIAS1' });
    expect(last()).toMatchObject({
      messageVersion: '2.0',
      bot: { id: 'BOT1', aliasId: 'ALIAS1', aliasName: 'live', localeId: 'en_US', version: 'DRAFT' },
      messages: [{ contentType: 'PlainText', content: 'What is your first name?' }],
      sessionState: { dialogAction: { type: 'ElicitSlot' }, intent: { name: 'RequestCall' } },
      interpretations: [{ intent: { name: 'RequestCall' }, interpretationSource: 'Lex' }, {}],
      sessionId: 'session-1',
      inputTranscript: 'call me about solar panels',
      missedUtterance: false,
      requestId: 'request-1',
      timestamp: '2026-11-21T15:00:00.000Z',
      inputMode: 'Speech',
      operationName: 'StartConversation',
    });
  });

  it('has the names of personal slots in the place of their values, in every turn after them too', async () => {
    const { hear, written, last } = start();
    await hear('call me at 212 555 0100 {please}');
    expect(last()['inputTranscript']).toBe('call me at {PhoneNumber} \\\\{please\\\\}');
    await hear('Quintessa');
    expect(last()['inputTranscript']).toBe('{FirstName}');
    await hear('Zzyzxson');
    await hear('solar panels');
    expect(last()['inputTranscript']).toBe('solar panels');
    const lines = written.map(({ line }) => line).join('\n');
    for (const personal of ['Quintessa', 'Zzyzxson', '2125550100', '212 555 0100'])
      expect(lines).not.toContain(personal);
    expect(lines).toContain('"interpretedValue":"{PhoneNumber}"');
  });

  it('hides an answer whole in which the personal value that was asked for is not recognized', async () => {
    const { hear, last } = start();
    await hear('call me about solar panels');
    await hear('1 2 3 4!');
    expect(last()['inputTranscript']).toBe('{FirstName}');
  });

  it('shows what was not understood, and attributes, as they are', async () => {
    const { hear, last } = start();
    await hear('purple monkeys', { note: 'kept' });
    expect(last()).toMatchObject({
      missedUtterance: true,
      inputTranscript: 'purple monkeys',
      sessionState: { sessionAttributes: { note: 'kept' } },
    });
  });

  it('is kept for an alias that asks for it, and for no other', async () => {
    const { hear, written } = start({ textLog: false });
    await hear('call me');
    expect(written).toEqual([]);
  });
});

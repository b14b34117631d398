import { gunzipSync, gzipSync } from 'node:zlib';
import { createMemoryStore } from '@atlas-engine/simulation';
import { parcelBot } from './fixtures/parcel-bot.ts';
import { startLex, type StartedLex } from './fixtures/started-lex.ts';

const unpacked = (value = ''): unknown =>
  JSON.parse(gunzipSync(Buffer.from(value, 'base64')).toString('utf8'));
const packed = (value: unknown): string => gzipSync(JSON.stringify(value)).toString('base64');
const text = 'text/plain; charset=utf-8';

const foreverContext = { Name: 'c', TimeToLiveInSeconds: 90, TurnsToLive: 21 };

let lex: StartedLex | undefined;
const start = async (store = createMemoryStore()): Promise<StartedLex> => {
  lex = await startLex({ bot: parcelBot, store });
  return lex;
};
afterEach(async () => {
  await lex?.stop();
  lex = undefined;
});

describe('a session', () => {
  it('is there until nothing was said for the idle time', async () => {
    const { say, get, clock } = await start();
    await say('book a pickup');
    await clock.advanceBy(299_000);
    await say('big');
    await clock.advanceBy(299_000);
    expect((await get()).sessionState?.intent?.slots?.['Size']?.value?.interpretedValue).toBe('large');
    await clock.advanceBy(2_000);
    await expect(get()).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
      $metadata: { httpStatusCode: 404 },
    });
    expect(await say('tomorrow')).toMatchObject({ intent: 'FallbackIntent' });
  });

  it('outlives the process', async () => {
    const store = createMemoryStore();
    const before = await start(store);
    await before.say('book a pickup');
    await before.stop();
    const after = await start(store);
    expect(await after.say('big')).toMatchObject({ next: 'PickupDate' });
  });

  it('is shown and ended', async () => {
    const { say, get, remove } = await start();
    await say('book a pickup');
    expect(await get()).toMatchObject({
      sessionId: 'session-1',
      messages: [{ contentType: 'PlainText', content: 'Size?' }],
      interpretations: [{ intent: { name: 'BookPickup' }, nluConfidence: { score: 1 } }, {}],
      sessionState: { dialogAction: { type: 'ElicitSlot', slotToElicit: 'Size' } },
    });
    expect(await remove()).toMatchObject({ botId: 'PARCELBOT1', sessionId: 'session-1' });
    await expect(remove()).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });

  it('is put into a state', async () => {
    const { put, say } = await start();
    const answer = await put({
      sessionState: {
        sessionAttributes: { topic: 'x' },
        dialogAction: { type: 'ElicitSlot', slotToElicit: 'PickupDate' },
        intent: {
          name: 'BookPickup',
          slots: { Size: { value: { originalValue: 'big', interpretedValue: 'large', resolvedValues: [] } } },
        },
      },
      messages: [{ contentType: 'PlainText', content: 'When?' }],
      responseContentType: text,
    });
    expect(unpacked(answer.messages)).toEqual([{ contentType: 'PlainText', content: 'When?' }]);
    expect(unpacked(answer.sessionState)).toMatchObject({ sessionAttributes: { topic: 'x' } });
    expect(await say('tomorrow')).toMatchObject({ next: 'ConfirmIntent' });
  });

  it('goes on by itself when it is put to delegate', async () => {
    const { put } = await start();
    const sessionState = { dialogAction: { type: 'Delegate' as const }, intent: { name: 'BookPickup' } };
    expect(unpacked((await put({ sessionState })).messages)).toEqual([
      { contentType: 'PlainText', content: 'Size?' },
    ]);
  });
});

describe('RecognizeUtterance', () => {
  it('takes text and answers in packed headers', async () => {
    const { utter } = await start();
    const answer = await utter({
      requestContentType: text,
      responseContentType: text,
      inputStream: new TextEncoder().encode('book a pickup'),
      sessionState: packed({ sessionAttributes: { topic: 'x' } }),
      requestAttributes: packed({ channel: 'web' }),
    });
    expect(answer).toMatchObject({ inputMode: 'Text', contentType: text, sessionId: 'session-1' });
    expect(unpacked(answer.inputTranscript)).toBe('book a pickup');
    expect(unpacked(answer.messages)).toEqual([{ contentType: 'PlainText', content: 'Size?' }]);
    expect(unpacked(answer.interpretations)).toMatchObject([{ intent: { name: 'BookPickup' } }, {}]);
    expect(unpacked(answer.sessionState)).toMatchObject({ sessionAttributes: { topic: 'x' } });
    expect(unpacked(answer.requestAttributes)).toEqual({ channel: 'web' });
  });

  it.each([
    [{ requestContentType: 'audio/l16; rate=16000; channels=1' }, 'UnknownOperationException', 'audio/l16'],
    [
      { requestContentType: text, responseContentType: 'audio/mpeg' },
      'UnknownOperationException',
      'audio/mpeg',
    ],
    [{ requestContentType: text, sessionState: 'plain' }, 'ValidationException', 'base64'],
  ])('refuses %j by name', async (input, name, message) => {
    const { utter } = await start();
    const refused = utter({ ...input, inputStream: new TextEncoder().encode('hello') });
    await expect(refused).rejects.toMatchObject({ name, message: expect.stringContaining(message) });
  });
});

describe('what is refused', () => {
  it.each([
    [{ text: 'x'.repeat(1025) }, 'ValidationException', '1024'],
    [{ text: ' ' }, 'ValidationException', 'text'],
    [{ text: 'hi', sessionId: 'no spaces' }, 'ValidationException', 'sessionId'],
    [{ text: 'hi', botId: 'OTHER' }, 'ResourceNotFoundException', 'OTHER'],
    [{ text: 'hi', botAliasId: 'OTHER' }, 'ResourceNotFoundException', 'OTHER'],
    [{ text: 'hi', localeId: 'en_GB' }, 'ResourceNotFoundException', 'en_GB'],
    [
      { text: 'hi', sessionState: { runtimeHints: { slotHints: {} } } },
      'UnknownOperationException',
      'runtimeHints',
    ],
    [
      {
        text: 'hi',
        sessionState: {
          activeContexts: [
            { name: 'c', contextAttributes: {}, timeToLive: { timeToLiveInSeconds: 90, turnsToLive: 21 } },
          ],
        },
      },
      'ValidationException',
      'turnsToLive',
    ],
    [
      { text: 'hi', sessionState: { dialogAction: { type: 'ElicitSlot' as const } } },
      'ValidationException',
      'slotToElicit',
    ],
  ])('is %j', async (input, name, message) => {
    const { recognize } = await start();
    await expect(recognize(input)).rejects.toMatchObject({ name, message: expect.stringContaining(message) });
  });

  it.each([
    ['a property that is not known', { ...parcelBot, Replication: {} }, 'Replication'],
    [
      'a locale that is not English',
      { ...parcelBot, BotLocales: [{ ...parcelBot.BotLocales[0], LocaleId: 'de_DE' }] },
      'LocaleId',
    ],
    ['another idle time', { ...parcelBot, IdleSessionTTLInSeconds: 5 }, 'IdleSessionTTLInSeconds'],
    ['a slot type that is not there', withIntent({ Slots: [slotOf('AMAZON.Colour')] }), 'AMAZON.Colour'],
    [
      'an utterance with a slot that is not there',
      withIntent({ SampleUtterances: [{ Utterance: 'to {City}' }] }),
      '{City}',
    ],
    ['a priority of no slot', withIntent({ SlotPriorities: [{ Priority: 1, SlotName: 'City' }] }), 'City'],
    ['conditions', withIntent({ InitialResponseSetting: {} }), 'InitialResponseSetting'],
    ['a context for ever', withIntent({ OutputContexts: [foreverContext] }), 'TurnsToLive'],
  ])('is a bot with %s', async (_what, bot, message) => {
    const started = await start();
    expect(() => started.lex.addBot(bot)).toThrow(message);
  });

  it('is an alias of no bot, or with a function elsewhere', async () => {
    const started = await start();
    const alias = { botId: 'PARCELBOT1', aliasId: 'A1', aliasName: 'a', locales: {} };
    expect(() => started.lex.addAlias({ ...alias, botId: 'NONE' })).toThrow('no bot');
    const lambdaArn = 'arn:aws:lambda:eu-west-1:000000000000:function:Hook';
    expect(() =>
      started.lex.addAlias({ ...alias, locales: { en_US: { enabled: true, lambdaArn } } }),
    ).toThrow('us-east-1');
  });
});

function slotOf(SlotTypeName: string) {
  return { Name: 'City', SlotTypeName, ValueElicitationSetting: { SlotConstraint: 'Optional' } };
}
function withIntent(change: object) {
  return {
    ...parcelBot,
    BotLocales: [{ ...parcelBot.BotLocales[0], Intents: [{ Name: 'Travel', ...change }] }],
  };
}

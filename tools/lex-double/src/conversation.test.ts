import { parcelBot } from './fixtures/parcel-bot.ts';
import { functionArn, startLex, type StartedLex } from './fixtures/started-lex.ts';
import type { InvokeFunction } from './index.ts';

type Event = {
  invocationSource: string;
  sessionState: { intent: Record<string, unknown>; sessionAttributes: object };
};

const answer = (type: string, { sessionState }: Event, state = 'InProgress', more = {}) => ({
  payload: {
    sessionState: {
      dialogAction: { type },
      intent: { ...sessionState.intent, state },
      sessionAttributes: {},
    },
    ...more,
  },
});
const booked: InvokeFunction = async (_arn, event) => answer('Close', event as Event, 'Fulfilled');

let lex: StartedLex | undefined;
const start = async (invokeFunction: InvokeFunction = booked): Promise<StartedLex> => {
  lex = await startLex({ bot: parcelBot, invokeFunction });
  return lex;
};
afterEach(async () => {
  await lex?.stop();
  lex = undefined;
});

describe('a conversation', () => {
  it('asks for the slots by priority, for confirmation, and has the intent fulfilled', async () => {
    const { say, events } = await start();
    expect(await say('book a pickup')).toMatchObject({ next: 'Size', said: 'Size?', intent: 'BookPickup' });
    expect(await say('a little one')).toMatchObject({ next: 'PickupDate', slots: { Size: 'small' } });
    expect(await say('tomorrow')).toMatchObject({ next: 'ConfirmIntent', said: 'Is that right?' });
    expect(events).toEqual([]);
    expect(await say('yes')).toEqual({
      next: 'Close',
      said: 'Goodbye.',
      intent: 'BookPickup',
      state: 'Fulfilled',
      slots: { Size: 'small', PickupDate: '2026-11-22', Note: undefined },
    });
    expect(events).toHaveLength(1);
  });

  it('tells the hook all that Lex tells it', async () => {
    const { recognize, say, events } = await start();
    await recognize({ text: 'pick up a big parcel', sessionState: { sessionAttributes: { topic: 'x' } } });
    await say('2026-12-01');
    await recognize({ text: 'yes', requestAttributes: { channel: 'web' } });
    const intent = {
      name: 'BookPickup',
      state: 'ReadyForFulfillment',
      confirmationState: 'Confirmed',
      slots: {
        Size: {
          shape: 'Scalar',
          value: { originalValue: 'big', interpretedValue: 'large', resolvedValues: ['large'] },
        },
        PickupDate: { shape: 'Scalar', value: expect.objectContaining({ interpretedValue: '2026-12-01' }) },
        Note: null,
      },
    };
    expect(events).toEqual([
      {
        messageVersion: '1.0',
        invocationSource: 'FulfillmentCodeHook',
        inputMode: 'Text',
        responseContentType: 'text/plain; charset=utf-8',
        sessionId: 'session-1',
        inputTranscript: 'yes',
        bot: {
          id: 'PARCELBOT1',
          name: 'ParcelBot',
          aliasId: 'LIVEALIAS1',
          aliasName: 'live',
          localeId: 'en_US',
          version: '1',
        },
        interpretations: [
          { intent, nluConfidence: 1, interpretationSource: 'Lex' },
          { intent: expect.objectContaining({ name: 'FallbackIntent' }), interpretationSource: 'Lex' },
        ],
        requestAttributes: { channel: 'web' },
        sessionState: {
          activeContexts: [],
          sessionAttributes: { topic: 'x' },
          intent,
          originatingRequestId: expect.any(String),
        },
        transcriptions: [expect.objectContaining({ transcription: 'yes', transcriptionConfidence: 1 })],
      },
    ]);
  });

  it('ends without fulfilment when it is not confirmed', async () => {
    const { say, events } = await start();
    await say('pick up a small parcel');
    await say('monday');
    expect(await say('nope')).toMatchObject({ next: 'Close', state: 'Failed', said: 'Not booked.' });
    expect(events).toEqual([]);
  });

  it('repeats a question in other words, and gives up after its retries', async () => {
    const { say } = await start();
    await say('book a pickup');
    expect((await say('purple')).said).toBe('Size again?');
    expect((await say('purple')).said).toBe('Size at last?');
    expect(await say('purple')).toMatchObject({ intent: 'FallbackIntent', next: 'Close' });
  });

  it('changes the subject', async () => {
    const { say } = await start(async (_arn, event) => answer('Delegate', event as Event));
    await say('book a pickup');
    expect(await say('where is my parcel?')).toMatchObject({ intent: 'Track', state: 'ReadyForFulfillment' });
  });

  it('understands the subject by likeness, and nothing by chance', async () => {
    const { say } = await start();
    expect(await say('the weather is nice')).toMatchObject({ intent: 'FallbackIntent' });
    expect(await say('I need you to book the pickup')).toMatchObject({ intent: 'BookPickup' });
  });

  it('takes words such as tomorrow by the zone that the client names', async () => {
    const { recognize } = await start();
    const text = 'collect it on tomorrow';
    const { sessionState } = await recognize({
      text,
      requestAttributes: { 'x-amz-lex:time-zone': 'Pacific/Auckland' },
    });
    expect(sessionState?.intent?.slots?.['PickupDate']?.value?.interpretedValue).toBe('2026-11-23');
    const wrong = recognize({ text, requestAttributes: { 'x-amz-lex:time-zone': 'Mars' } });
    await expect(wrong).rejects.toMatchObject({ name: 'ValidationException' });
  });
});

describe('a code hook', () => {
  const track = async (invokeFunction: InvokeFunction) => {
    const started = await start(invokeFunction);
    return started.say('track my parcel');
  };
  const state = (dialogAction: object, intent: unknown = { name: 'Track', state: 'InProgress' }) => ({
    payload: { sessionState: { dialogAction, intent } },
  });

  it('is the alias’ function, asked before each turn', async () => {
    const asked: string[] = [];
    await track(async (arn, event) => {
      asked.push(arn);
      return answer('Delegate', event as Event);
    });
    expect(asked).toEqual([functionArn]);
  });

  it('may go on with another intent, with its own words', async () => {
    const elicit = state({ type: 'ElicitSlot', slotToElicit: 'Size' }, { name: 'BookPickup' });
    const own = {
      payload: { ...elicit.payload, messages: [{ contentType: 'PlainText', content: 'How big?' }] },
    };
    expect(await track(async () => own)).toMatchObject({
      intent: 'BookPickup',
      next: 'Size',
      said: 'How big?',
    });
    expect(await lex!.say('big')).toMatchObject({ next: 'PickupDate', slots: { Size: 'large' } });
  });

  it('may ask for the intent', async () => {
    const messages = [{ contentType: 'PlainText', content: 'What now?' }];
    const heard = await track(async () => ({
      payload: { sessionState: { dialogAction: { type: 'ElicitIntent' } }, messages },
    }));
    expect(heard).toMatchObject({ next: 'ElicitIntent', said: 'What now?' });
  });

  it.each([
    ['fails', { error: { errorType: 'Error' } }],
    ['answers with nothing', { payload: null }],
    ['answers without an action', { payload: { sessionState: {} } }],
    ['names an unknown intent', state({ type: 'Delegate' }, { name: 'Fly' })],
    ['names an unknown slot', state({ type: 'Delegate' }, { name: 'Track', slots: { Size: null } })],
    ['elicits a slot that is none', state({ type: 'ElicitSlot', slotToElicit: 'Size' })],
    ['closes without an intent', { payload: { sessionState: { dialogAction: { type: 'Close' } } } }],
    [
      'elicits an intent without a word',
      { payload: { sessionState: { dialogAction: { type: 'ElicitIntent' } } } },
    ],
    ['confirms what has no confirmation prompt', state({ type: 'ConfirmIntent' })],
    ['closes what is ready', state({ type: 'Close' }, { name: 'Track', state: 'ReadyForFulfillment' })],
    [
      'says too much',
      {
        payload: {
          ...state({ type: 'Close' }).payload,
          messages: [{ contentType: 'PlainText', content: 'x'.repeat(1025) }],
        },
      },
    ],
  ])('that %s fails the turn with DependencyFailedException', async (_what, hookAnswer) => {
    await expect(track(async () => hookAnswer)).rejects.toMatchObject({
      name: 'DependencyFailedException',
      $metadata: { httpStatusCode: 424 },
    });
  });

  it('that cannot be invoked does too, and leaves the session as it was', async () => {
    const failing = track(() => Promise.reject(new Error('throttled')));
    await expect(failing).rejects.toMatchObject({ name: 'DependencyFailedException' });
    await expect(lex!.get()).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });

  it('does not meet a second turn of the same session', async () => {
    let second: Promise<unknown> | undefined;
    const started = await start(async (_arn, event) => {
      second = started.say('track my parcel');
      await second.catch(() => undefined);
      return answer('Delegate', event as Event);
    });
    expect(await started.say('track my parcel')).toMatchObject({ state: 'ReadyForFulfillment' });
    await expect(second).rejects.toMatchObject({
      name: 'ConflictException',
      $metadata: { httpStatusCode: 409 },
    });
  });
});

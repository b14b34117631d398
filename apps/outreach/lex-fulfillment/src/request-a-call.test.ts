import { americanPhone, britishPhone } from '@atlas-engine/domain/testing';
import { fromIso, outreachRequestSchema } from '@atlas-engine/domain';
import { type Conversation, startConversation } from './fixtures/conversation.ts';
import { createWorld, monday } from './fixtures/world.ts';

const details = {
  FirstName: 'Robin',
  LastName: 'Sample',
  PhoneNumber: '212 555 0100',
  Interest: 'solar panels',
};
const requestCall = (chat: Conversation, more: Record<string, unknown> = {}) =>
  chat.say('RequestCall', { ...details, Consent: 'Yes', ...more });

describe('asking for a call', () => {
  it('goes from question to question and starts the workflow', async () => {
    const { answerTurn, started, counted } = createWorld();
    const chat = startConversation(answerTurn);
    expect(await chat.say('RequestCall')).toMatchObject({ next: 'FirstName' });
    expect(await chat.say('RequestCall', { FirstName: 'Robin' })).toMatchObject({ next: 'LastName' });
    expect(await chat.say('RequestCall', { LastName: 'Sample' })).toMatchObject({ next: 'PhoneNumber' });
    expect(await chat.say('RequestCall', { PhoneNumber: '(212) 555-0100' })).toMatchObject({
      next: 'Interest',
    });
    expect(await chat.say('RequestCall', { Interest: 'solar panels' })).toMatchObject({ next: 'Consent' });
    const end = await chat.say('RequestCall', { Consent: 'Yes' });
    expect(end).toMatchObject({ next: 'Close', state: 'Fulfilled' });
    expect(end.said).toContain('shortly');
    expect(counted).toEqual(['RequestStarted']);
    expect(started).toEqual([
      {
        requestId: expect.stringMatching(/^r-[0-9a-f]{32}$/),
        campaign: 'chat',
        channel: 'CHAT',
        lead: { firstName: 'Robin', lastName: 'Sample', phone: americanPhone(), locale: 'en-US' },
        consent: { at: '2026-11-23T15:00:00.000Z', source: 'chat, session session-1' },
        interest: 'solar panels',
      },
    ]);
    expect(outreachRequestSchema.parse(started[0])).toEqual(started[0]);
  });

  it('takes national numbers of the locale, and foreign ones with their country code', async () => {
    const { answerTurn, started } = createWorld();
    const chat = startConversation(answerTurn, { localeId: 'en_GB' });
    await requestCall(chat, { PhoneNumber: '07700 900123' });
    await requestCall(startConversation(answerTurn, { localeId: 'en_GB' }), {
      PhoneNumber: '+1 212 555 0101',
    });
    expect(started.map(({ lead }) => [lead.phone, lead.locale])).toEqual([
      [britishPhone(123), 'en-GB'],
      [americanPhone(1), 'en-GB'],
    ]);
  });

  it.each([
    ['FirstName', '<b>x</b>'],
    ['FirstName', 'x'.repeat(41)],
    ['LastName', 'http://example.com'],
    ['PhoneNumber', '999'],
    ['PhoneNumber', '07700 900123'],
    ['PhoneNumber', '+1 800 555 0100'],
    ['Interest', '???'],
    ['Consent', 'Maybe'],
    ['Consent', "Don't know"],
    ['Consent', 'sí, acepto'],
    ['PhoneNumber', 'dos uno dos'],
  ])('asks again for a %s like %s, and starts nothing', async (slot, value) => {
    const { answerTurn, started } = createWorld();
    const heard = await requestCall(startConversation(answerTurn), { [slot]: value });
    expect(heard.next).toBe(slot);
    expect(heard.said).not.toContain(value);
    expect(heard.response.sessionState.intent?.slots[slot]).toBeNull();
    expect(started).toEqual([]);
  });

  it('ends kindly without consent, and starts nothing', async () => {
    const { answerTurn, started } = createWorld();
    const heard = await requestCall(startConversation(answerTurn), { Consent: 'No' });
    expect(heard).toMatchObject({
      next: 'Close',
      state: 'Failed',
      said: expect.stringContaining('nobody will call'),
    });
    expect(started).toEqual([]);
  });

  it('does not promise a call to a number on the do-not-call list', async () => {
    const { answerTurn, store, started } = createWorld();
    await store.doNotCall.add({ phone: americanPhone(), source: 'CALL', at: monday });
    const heard = await requestCall(startConversation(answerTurn));
    expect(heard).toMatchObject({ next: 'Close', state: 'Failed' });
    expect(started).toEqual([]);
  });

  it('tells who asks twice what became of the request', async () => {
    const { answerTurn, store, started, counted } = createWorld();
    await requestCall(startConversation(answerTurn));
    expect((await requestCall(startConversation(answerTurn))).said).toContain('being prepared');
    await store.receiveRequest(started[0]!, monday);
    await store.markRequest(started[0]!.requestId, { status: 'COMPLETED', at: monday });
    expect((await requestCall(startConversation(answerTurn))).said).toContain('dealt with');
    expect(started).toHaveLength(1);
    expect(counted).toEqual(['RequestStarted', 'RequestRepeated', 'RequestRepeated']);
  });

  it.each([
    [{ inputMode: 'Speech' as const }, 'VOICE'],
    [{ requestAttributes: { 'x-amz-lex:channels:platform': 'Connect' } }, 'VOICE'],
    [{ requestAttributes: { 'x-amz-lex:channels:platform': 'Connect Chat' } }, 'CHAT'],
  ])('knows the channel of %j', async (options, channel) => {
    const { answerTurn, started } = createWorld();
    await requestCall(startConversation(answerTurn, options));
    expect(started[0]).toMatchObject({
      channel,
      consent: { source: `${channel.toLowerCase()}, session session-1` },
    });
  });

  it('checks everything again when it is to be fulfilled', async () => {
    const { answerTurn, started } = createWorld();
    const chat = startConversation((event) =>
      answerTurn({ ...event, invocationSource: 'FulfillmentCodeHook' }),
    );
    expect(await chat.say('RequestCall', details)).toMatchObject({ next: 'Consent' });
    expect(await chat.say('RequestCall', { PhoneNumber: null })).toMatchObject({ next: 'PhoneNumber' });
    expect(started).toEqual([]);
  });
});

describe('the time of a call', () => {
  const wish = async (PreferredDate: unknown, PreferredTime: unknown, phone = details.PhoneNumber) => {
    const world = createWorld();
    const chat = startConversation(world.answerTurn);
    const heard = await requestCall(chat, { PhoneNumber: phone, PreferredDate, PreferredTime });
    return { ...world, chat, heard, preferred: world.started[0]?.preferredTime };
  };
  const ambiguous = {
    value: { originalValue: "10 o'clock", interpretedValue: null, resolvedValues: ['10:00', '22:00'] },
  };

  it('is an instant on the clocks of the called person, and is said back', async () => {
    const { preferred, heard } = await wish('2026-11-24', '14:30');
    expect(preferred).toBe('2026-11-24T19:30:00.000Z');
    expect(heard.said).toContain('Tuesday, November 24 at 2:30 PM EST');
  });

  it('is said in the way of the locale', async () => {
    const { answerTurn } = createWorld();
    const heard = await requestCall(startConversation(answerTurn, { localeId: 'en_GB' }), {
      PhoneNumber: '07700 900123',
      PreferredDate: '2026-11-24',
      PreferredTime: '14:30',
    });
    expect(heard.said).toMatch(/Tuesday,? 24 November at 14:30/);
  });

  it.each([
    ['an ambiguous one by the calling hours', '2026-11-24', ambiguous, '2026-11-24T15:00:00.000Z'],
    ['a part of the day', '2026-11-24', 'AF', '2026-11-24T19:00:00.000Z'],
    ['one without a day as its next one, today', null, '16:00', '2026-11-23T21:00:00.000Z'],
    ['one without a day as its next one, tomorrow', null, '09:30', '2026-11-24T14:30:00.000Z'],
  ])('takes %s', async (_what, date, time, expected) => {
    expect((await wish(date, time)).preferred).toBe(expected);
  });

  it.each([
    ['a time for a day alone', '2026-11-24', null, 'PreferredTime'],
    ['the day when it is none', '2026-W48', '10:00', 'PreferredDate'],
    ['the time when it is none', '2026-11-24', 'NI', 'PreferredTime'],
    ['the day when the time is past', '2026-11-23', '09:30', 'PreferredDate'],
    ['the day when it is too far ahead', '2027-06-01', '10:00', 'PreferredDate'],
    ['the time when it is before the calling hours', '2026-11-24', '07:00', 'PreferredTime'],
    ['the day when there are no more calls on it', '2026-11-24', '23:00', 'PreferredDate'],
    ['the day when there are no calls on it', '2026-11-29', '12:00', 'PreferredDate'],
  ])('asks for %s', async (_what, date, time, next) => {
    const { heard, started } = await wish(date, time);
    expect(heard.next).toBe(next);
    expect(started).toEqual([]);
  });

  it('offers the next possible time outside calling hours, and takes another one', async () => {
    const { heard, chat, started } = await wish('2026-11-29', '12:00');
    expect(heard.said).toContain('Monday, November 30 at 9:00 AM EST');
    expect(await chat.say('RequestCall', { PreferredDate: '2026-11-30' })).toMatchObject({
      next: 'PreferredTime',
    });
    expect(await chat.say('RequestCall', { PreferredTime: '09:15' })).toMatchObject({ next: 'Close' });
    expect(started[0]?.preferredTime).toBe('2026-11-30T14:15:00.000Z');
  });

  it('names the moment to expect when nobody may call now', async () => {
    const { answerTurn, time } = createWorld();
    time.now = fromIso('2026-11-23T04:00:00Z');
    const heard = await requestCall(startConversation(answerTurn));
    expect(heard.said).toContain('Monday, November 23 at 9:00 AM EST');
  });
});

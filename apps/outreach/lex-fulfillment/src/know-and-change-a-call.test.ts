import { callIdOf, type OutreachRequest, type RequestId, toIso } from '@atlas-engine/domain';
import { aRequest, americanPhone } from '@atlas-engine/domain/testing';
import { startConversation } from './fixtures/conversation.ts';
import { createWorld, monday } from './fixtures/world.ts';

const phone = americanPhone();
const PhoneNumber = '212-555-0100';
const wish = { PhoneNumber, PreferredDate: '2026-11-24', PreferredTime: '14:30' };

/** A world in which a request for the number runs. */
async function arrange(change: Partial<OutreachRequest> = {}) {
  const world = createWorld();
  const request = aRequest(change);
  await world.workflow.start(request);
  await world.store.receiveRequest(request, monday - 60_000);
  return { ...world, request, chat: startConversation(world.answerTurn) };
}
type World = Awaited<ReturnType<typeof arrange>>;

/** A call of the request that ended in this way. */
async function finishCall({ store, request }: World, disposition: 'CALL_BACK' | 'NOT_INTERESTED') {
  const key = { requestId: request.requestId, sequence: 1 };
  const callId = callIdOf(key.requestId, 1);
  await store.openCall({
    call: { ...key, callId, locale: 'en-US' },
    taskToken: 'token',
    executionArn: 'arn',
    at: monday - 50_000,
    expiresAt: monday + 1,
  });
  const next = { action: 'RETRY', at: '2026-11-25T15:00:00.000Z' } as const;
  const result = { ...key, callId, outcome: 'ANSWERED', disposition, attempts: 1, next } as const;
  await store.finishCall({ key, phone, result, at: monday - 40_000 });
}

describe('asking what became of a request', () => {
  it('gets the state without anything that was not said', async () => {
    const { chat, request } = await arrange();
    const heard = await chat.say('CheckRequestStatus', { PhoneNumber });
    expect(heard).toMatchObject({ next: 'Close', state: 'Fulfilled', said: 'The call is being prepared.' });
    for (const secret of [request.interest, request.lead.lastName, request.requestId, phone]) {
      expect(heard.said).not.toContain(secret);
    }
  });

  it('asks for the number first, and again when it is none', async () => {
    const { chat } = await arrange();
    expect(await chat.say('CheckRequestStatus')).toMatchObject({ next: 'PhoneNumber' });
    expect(await chat.say('CheckRequestStatus', { PhoneNumber: '12' })).toMatchObject({
      next: 'PhoneNumber',
    });
  });

  it('gets the time that was asked for', async () => {
    const { chat } = await arrange({ preferredTime: '2026-11-24T19:30:00Z' });
    const { said } = await chat.say('CheckRequestStatus', { PhoneNumber });
    expect(said).toContain('planned for Tuesday, November 24 at 2:30 PM EST');
  });

  it('gets the time of the next attempt', async () => {
    const world = await arrange();
    await finishCall(world, 'CALL_BACK');
    const { said } = await world.chat.say('CheckRequestStatus', { PhoneNumber });
    expect(said).toContain('again on Wednesday, November 25 at 10:00 AM EST');
  });

  it.each([
    ['PARKED', 'A colleague'],
    ['COMPLETED', 'dealt with'],
  ] as const)('tells of a request that is %s', async (status, words) => {
    const { chat, store, request } = await arrange();
    await store.markRequest(request.requestId, { status, at: monday });
    expect((await chat.say('CheckRequestStatus', { PhoneNumber })).said).toContain(words);
  });

  it('does not call dealt with what was stopped', async () => {
    const { chat, end } = await arrange();
    end();
    expect((await chat.say('CheckRequestStatus', { PhoneNumber })).said).toContain('stopped');
  });

  it('tells of the request that goes on, whichever is newer', async () => {
    const { chat, store } = await arrange();
    const later = aRequest({ requestId: 'request-2' as RequestId });
    await store.receiveRequest(later, monday);
    await store.markRequest(later.requestId, { status: 'COMPLETED', at: monday });
    expect((await chat.say('CheckRequestStatus', { PhoneNumber })).said).toContain('prepared');
  });

  it('says so when there is none', async () => {
    const chat = startConversation(createWorld().answerTurn);
    expect((await chat.say('CheckRequestStatus', { PhoneNumber })).said).toContain('no request');
  });
});

describe('asking for another time', () => {
  it('notes it for a person while the workflow runs, and does not claim more', async () => {
    const { chat, store, request, started, counted } = await arrange();
    const heard = await chat.say('RescheduleCall', wish);
    expect(heard.said).toContain('a colleague will see to it');
    expect(started).toHaveLength(1);
    expect(counted).toEqual(['RescheduleRequested']);
    expect(await store.timeline(request.requestId)).toContainEqual({
      at: toIso(monday),
      kind: 'RESCHEDULE_REQUESTED',
      details: { preferredTime: '2026-11-24T19:30:00.000Z', channel: 'CHAT' },
    });
  });

  it('makes a request that has ended again, under its old consent, once', async () => {
    const { chat, store, request, started } = await arrange();
    await store.markRequest(request.requestId, { status: 'COMPLETED', at: monday });
    const heard = await chat.say('RescheduleCall', wish);
    expect(heard.said).toContain('We will call you on Tuesday, November 24 at 2:30 PM EST');
    await chat.say('RescheduleCall', wish);
    expect(started).toHaveLength(2);
    expect(started[1]).toMatchObject({
      lead: request.lead,
      consent: request.consent,
      channel: 'CHAT',
      preferredTime: '2026-11-24T19:30:00.000Z',
    });
    expect(started[1]?.requestId).not.toBe(request.requestId);
  });

  it('does not call again whoever was not interested', async () => {
    const world = await arrange();
    await finishCall(world, 'NOT_INTERESTED');
    await world.store.markRequest(world.request.requestId, { status: 'COMPLETED', at: monday });
    world.time.now = monday + 1;
    const heard = await world.chat.say('RescheduleCall', wish);
    expect(heard.state).not.toBe('Fulfilled');
    expect(world.started).toHaveLength(1);
  });

  it('does not call again by a consent that is too old', async () => {
    const { chat, end, started } = await arrange({
      consent: { at: '2025-01-01T00:00:00Z', source: 'Web form' },
    });
    end();
    expect(await chat.say('RescheduleCall', wish)).toMatchObject({ state: 'Failed' });
    expect(started).toHaveLength(1);
  });

  it('asks for day and time, inside the calling hours', async () => {
    const { chat } = await arrange();
    expect(await chat.say('RescheduleCall', { PhoneNumber })).toMatchObject({ next: 'PreferredDate' });
    expect(await chat.say('RescheduleCall', { PreferredDate: '2026-11-24' })).toMatchObject({
      next: 'PreferredTime',
    });
    expect(await chat.say('RescheduleCall', { PreferredTime: '06:00' })).toMatchObject({
      next: 'PreferredTime',
    });
    expect(await chat.say('RescheduleCall', { PreferredTime: '15:00' })).toMatchObject({ next: 'Close' });
  });

  it.each([
    ['no request', '212-555-0101', 'Failed'],
    ['a number that cannot be called', '+1 800 555 0100', 'InProgress'],
  ])('says so for %s', async (_what, number, state) => {
    const { chat } = await arrange();
    expect(await chat.say('RescheduleCall', { ...wish, PhoneNumber: number })).toMatchObject({ state });
  });
});

describe('asking for no more calls', () => {
  it('puts the number on the do-not-call list, also twice', async () => {
    const { chat, store, counted } = await arrange();
    expect(await chat.say('OptOut')).toMatchObject({ next: 'PhoneNumber' });
    expect(await chat.say('OptOut', { PhoneNumber })).toMatchObject({ state: 'Fulfilled' });
    await chat.say('OptOut', { PhoneNumber });
    expect(await store.doNotCall.has(phone)).toBe(true);
    expect(counted).toEqual(['OptedOut', 'OptedOut']);
  });

  it('takes numbers without a place too', async () => {
    const { chat } = await arrange();
    expect(await chat.say('OptOut', { PhoneNumber: '+1 800 555 0100' })).toMatchObject({
      state: 'Fulfilled',
    });
  });
});

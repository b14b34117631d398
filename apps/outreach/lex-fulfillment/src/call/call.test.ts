import type { BotLocale, IntentName } from '@atlas-engine/lex-contracts';
import { callIdOf } from '@atlas-engine/domain';
import { StoreUnavailableError } from '@atlas-engine/interaction-store';
import { startConversation } from '../fixtures/conversation.ts';
import { outboundCall } from '../fixtures/outbound-call.ts';
import { createWorld } from '../fixtures/world.ts';
import { wishIn } from './remark.ts';

const { scenario, request } = outboundCall;

/** A call of ours on record, and a conversation in it. */
async function inCall({
  attributes = {},
  platform = 'Connect',
  localeId = 'en_US',
}: {
  readonly attributes?: Record<string, string>;
  readonly platform?: string;
  readonly localeId?: BotLocale;
} = {}) {
  const world = createWorld();
  await outboundCall.record(world.store);
  const conversation = startConversation(world.answerTurn, {
    inputMode: 'Speech',
    localeId,
    sessionAttributes: { ...outboundCall.sessionAttributes, ...attributes },
    requestAttributes: { 'x-amz-lex:channels:platform': platform },
  });
  return {
    ...world,
    say: async (words: string, intent: IntentName = 'FallbackIntent') => {
      const { said, next, response } = await conversation.say(intent, {}, words);
      return { said, next, intent: response.sessionState.intent?.name };
    },
  };
}

describe('a call that we placed', () => {
  it('goes through the talking points and questions, and ends when all are said', async () => {
    const { say } = await inCall();
    expect(await say('Yes, that is me.')).toMatchObject({
      said: `${scenario.talkingPoints[0]} ${scenario.qualifyingQuestions[1]}`,
      next: 'ElicitIntent',
    });
    expect(await say('That sounds great, I am interested.')).toMatchObject({ next: 'Close' });
  });

  it('asks nobody for a number or a name, whatever intent their words are taken for', async () => {
    const { say } = await inCall();
    expect((await say('Please call me', 'RequestCall')).said).toContain(scenario.qualifyingQuestions[1]);
  });

  it('hears a no in words that were taken for another intent', async () => {
    const { say } = await inCall();
    const { said } = await say('Thank you, but I am not interested.', 'RescheduleCall');
    expect(said).toBe(scenario.objectionHandling[0]?.answer);
  });

  it('answers one no with the answer to the objection, and ends at the second', async () => {
    const { say } = await inCall();
    expect(await say('Thank you, but I am not interested.')).toMatchObject({
      said: scenario.objectionHandling[0]?.answer,
      next: 'ElicitIntent',
    });
    expect(await say('No, really, it is not for us.')).toMatchObject({
      said: 'I understand.',
      next: 'Close',
    });
  });

  it.each<[string, IntentName]>([
    ['Please take me off your list.', 'FallbackIntent'],
    ['Stop', 'OptOut'],
  ])('puts the number called on the do-not-call list after "%s"', async (words, intent) => {
    const { say, store, counted } = await inCall();
    expect(await say(words, intent)).toMatchObject({ next: 'Close', intent: 'OptOut' });
    expect(await store.doNotCall.has(request.lead.phone)).toBe(true);
    expect(counted).toEqual(['OptedOut']);
  });

  it.each<[string, IntentName, string]>([
    ['I am in a meeting, can you call me back tomorrow?', 'FallbackIntent', 'at another time'],
    ['Another time', 'RescheduleCall', 'at another time'],
    ['You have the wrong number.', 'FallbackIntent', 'sorry'],
    ['I want a person', 'SpeakToAgent', 'I understand'],
  ])('after "%s" (%s) ends with "%s"', async (words, intent, said) => {
    const { say } = await inCall();
    expect(await say(words, intent)).toMatchObject({ said: expect.stringContaining(said), next: 'Close' });
  });

  it('asks for the words once more when something on our side failed, and goes on where it was', async () => {
    const { say, store } = await inCall();
    await say('Yes, that is me.');
    const getScenario = jest
      .spyOn(store, 'getScenario')
      .mockRejectedValueOnce(new StoreUnavailableError('GetItem', new Error('x')));
    expect(await say('I am not interested.')).toMatchObject({
      said: expect.stringContaining('say it again'),
      next: 'ElicitIntent',
    });
    getScenario.mockRestore();
    expect((await say('I said I am not interested.')).said).toBe(scenario.objectionHandling[0]?.answer);
  });

  it('speaks Spanish where the call does', async () => {
    const { say } = await inCall({ localeId: 'es_US' });
    expect(await say('Estoy en una reunión, llámeme mañana.')).toMatchObject({
      said: 'Por supuesto, le llamaremos en otro momento.',
      next: 'Close',
    });
  });

  it.each<[string, Parameters<typeof inCall>[0]]>([
    ['another call id', { attributes: { callId: callIdOf(request.requestId, 2) } }],
    ['a request that does not exist', { attributes: { requestId: 'nobody' } }],
    ['a chat that pretends', { platform: 'Connect Chat' }],
    ['no platform at all', { platform: '' }],
  ])('is not recognised by %s', async (_, given) => {
    const { say } = await inCall(given);
    expect((await say('Hello')).said).not.toContain(scenario.talkingPoints[0]);
  });
});

describe('wishIn', () => {
  it.each([
    ['do not call me again', 'STOP_CALLING'],
    ['I’m not interested, take me off your list', 'STOP_CALLING'],
    ['no thanks', 'NOT_INTERESTED'],
    ["I don't need that", 'NOT_INTERESTED'],
    ['there is nobody of that name here', 'WRONG_NUMBER'],
    ['call me later', 'ANOTHER_TIME'],
    ['I am interested', undefined],
    ['Gracias, pero no me interesa.', 'NOT_INTERESTED'],
    ['No me llame más', 'STOP_CALLING'],
    ['Tiene el número equivocado', 'WRONG_NUMBER'],
    ['Estoy en una reunion, ¿puede llamarme mañana?', 'ANOTHER_TIME'],
    ['Sí, me interesa', undefined],
    ['', undefined],
  ])('hears in "%s" %s', (said, wish) => {
    expect(wishIn(said)).toBe(wish);
  });
});

import { fromIso } from '@atlas-engine/domain';
import { startConversation } from './fixtures/conversation.ts';
import { createWorld, monday } from './fixtures/world.ts';

const details = {
  FirstName: 'Robin',
  LastName: 'Sample',
  PhoneNumber: '212 555 0100',
  Interest: 'solar panels',
  Consent: 'Yes',
};
const saturday = fromIso('2026-11-28T12:00:00Z');

describe('a customer of a page who asks for a person', () => {
  it('gets a ticket of their conversation, which holds for ten minutes', async () => {
    const world = createWorld();
    const chat = startConversation(world.answerTurn, { localeId: 'en_GB' });
    const { attributes, state } = await chat.say('SpeakToAgent');
    expect([state, attributes]).toEqual(['Fulfilled', { handOff: 'agent', handOffTicket: 'ticket-1' }]);
    expect(world.counted).toEqual(['HandOffOffered']);
    const spend = (at: number) =>
      world.store.spendHandOff({ ticket: 'ticket-1', sessionId: 'session-1', at });
    expect(await spend(monday + 10 * 60_000 - 1000)).toMatchObject({
      kind: 'SPENT',
      handOff: { locale: 'en-GB' },
    });
    expect(await spend(monday + 10 * 60_000)).toEqual({ kind: 'EXPIRED' });
  });

  it('is known by the request that they made in the same chat', async () => {
    const world = createWorld();
    const chat = startConversation(world.answerTurn);
    await chat.say('RequestCall', details);
    await chat.say('SpeakToAgent');
    const spent = await world.store.spendHandOff({
      ...{ ticket: 'ticket-1', sessionId: 'session-1', at: monday },
    });
    expect(spent).toMatchObject({ handOff: { requestId: world.started[0]?.requestId } });
  });

  it('is not known by a request that somebody else had made', async () => {
    const world = createWorld();
    await startConversation(world.answerTurn).say('RequestCall', details);
    const other = createWorld({ store: world.store, workflow: world.workflow });
    await startConversation(other.answerTurn, { inputMode: 'Text' }).say('RequestCall', details);
    expect(other.counted).toEqual(['RequestRepeated']);
  });

  it('hears outside of business hours that nobody is there, and of a call', async () => {
    const world = createWorld();
    world.time.now = saturday;
    const { said, next, attributes } = await startConversation(world.answerTurn).say('SpeakToAgent');
    expect([next, attributes]).toEqual(['ElicitIntent', {}]);
    expect(said).toContain('"call me"');
    expect(world.counted).toEqual(['HandOffClosed']);
  });

  it('cannot bring a ticket along, and keeps none after the next intent', async () => {
    const forged = { handOff: 'agent', handOffTicket: 'forged' };
    const chat = startConversation(createWorld().answerTurn, { sessionAttributes: forged });
    expect((await chat.say('Help')).attributes).toEqual({});
  });

  it('goes on with the request that is under way when it cannot be noted', async () => {
    const { store } = createWorld();
    const noteRequestOfSession = () => Promise.reject(new Error('no note'));
    const world = createWorld({ store: { ...store, noteRequestOfSession } });
    const heard = await startConversation(world.answerTurn).say('RequestCall', details);
    expect(heard.state).toBe('Fulfilled');
    expect(world.lines.join()).toContain('was not noted');
  });
});

describe('a customer of Amazon Connect who asks for a person', () => {
  it.each(['Connect', 'Connect Chat'])(
    'gets no ticket: the flow of a contact hands over (%s)',
    async (platform) => {
      const world = createWorld();
      world.time.now = saturday;
      const requestAttributes = { 'x-amz-lex:channels:platform': platform };
      const { attributes } = await startConversation(world.answerTurn, { requestAttributes }).say(
        'SpeakToAgent',
      );
      expect(attributes).toEqual({ handOff: 'agent' });
    },
  );
});

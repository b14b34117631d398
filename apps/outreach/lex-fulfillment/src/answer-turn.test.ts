import { americanPhone } from '@atlas-engine/domain/testing';
import { createInMemoryInteractionStore } from '@atlas-engine/interaction-store/testing';
import { StoreRefusedError, StoreUnavailableError } from '@atlas-engine/interaction-store';
import { startConversation } from './fixtures/conversation.ts';
import { createWorld } from './fixtures/world.ts';

const details = {
  FirstName: 'Robin',
  LastName: 'Sample',
  PhoneNumber: '212 555 0100',
  Interest: 'solar panels',
  Consent: 'Yes',
};
const broken = (error: Error) => {
  const store = createInMemoryInteractionStore();
  return createWorld({ store: { ...store, readNumber: () => Promise.reject(error) } });
};

describe('a conversation', () => {
  it('is handed to a person by a session attribute', async () => {
    const chat = startConversation(createWorld().answerTurn, { sessionAttributes: { topic: 'offers' } });
    expect(await chat.say('SpeakToAgent')).toMatchObject({
      next: 'Close',
      state: 'Fulfilled',
      attributes: { handOff: 'agent', handOffTicket: 'ticket-1', topic: 'offers' },
    });
  });

  it('does not take the hand-off from the client, and ends it with the next intent', async () => {
    const chat = startConversation(createWorld().answerTurn, { sessionAttributes: { handOff: 'agent' } });
    expect((await chat.say('Help')).attributes).toEqual({});
  });

  it('tells what the bot can do and goes on', async () => {
    const heard = await startConversation(createWorld().answerTurn, { localeId: 'en_GB' }).say('Help');
    expect(heard).toMatchObject({ next: 'ElicitIntent', said: expect.stringContaining('"ring me"') });
  });

  it('offers help after two turns that were not understood', async () => {
    const chat = startConversation(createWorld().answerTurn);
    expect((await chat.say('FallbackIntent')).said).toContain('other words');
    expect((await chat.say('FallbackIntent')).said).toContain('I can arrange a call');
    await chat.say('Help');
    expect((await chat.say('FallbackIntent')).said).toContain('other words');
  });

  it('survives whatever a client writes into the session', async () => {
    const sessionAttributes = {
      missedTurns: 'DROP TABLE',
      ...Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`k${String(index)}`, 'v'])),
      long: 'x'.repeat(100_000),
      '<script>': 'x',
    };
    const { attributes } = await startConversation(createWorld().answerTurn, { sessionAttributes }).say(
      'FallbackIntent',
    );
    expect(attributes['missedTurns']).toBe('1');
    expect(Object.keys(attributes)).toHaveLength(21);
  });

  it('apologises for a failure that may pass, and records it without anything personal', async () => {
    const { answerTurn, lines, counted, started } = broken(
      new StoreUnavailableError('GetItem', new Error('x')),
    );
    const heard = await startConversation(answerTurn).say('RequestCall', details);
    expect(heard).toMatchObject({
      next: 'Close',
      state: 'Failed',
      said: expect.stringContaining('try again'),
    });
    expect(counted).toEqual(['TurnFailed']);
    expect(started).toEqual([]);
    expect(lines).toHaveLength(1);
    for (const secret of ['Robin', 'Sample', '555', americanPhone()]) expect(lines[0]).not.toContain(secret);
  });

  it('lets any other failure out', async () => {
    const { answerTurn } = broken(new StoreRefusedError('GetItem', new Error('x')));
    const failed = startConversation(answerTurn).say('RequestCall', details);
    await expect(failed).rejects.toMatchObject({ name: 'StoreRefusedError' });
  });
});

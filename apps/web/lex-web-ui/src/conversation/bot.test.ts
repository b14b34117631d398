import { says, startedBot } from '../fixtures/started-bot.ts';
import { ChatProblem, type ProblemCode } from '../problem.ts';

/** Fails so often, then answers. */
const failing = (code: ProblemCode, times: number) => {
  let left = times;
  return () => {
    if (left-- > 0) throw new ChatProblem(code);
    return says('Here I am.');
  };
};

describe('a conversation with the bot', () => {
  it('shows what is said and what is answered', async () => {
    const { bot, lines, turns, store } = startedBot(() => says('Hello.', 'How can I help?'));
    await bot.say('Hi');
    expect(lines()).toEqual(['customer (sent): Hi', 'bot: Hello.', 'bot: How can I help?']);
    expect(turns).toEqual([
      expect.objectContaining({
        text: 'Hi',
        sessionId: 'session-1',
        localeId: 'en_US',
        sessionAttributes: undefined,
        requestAttributes: { 'x-amz-lex:time-zone': 'Europe/London' },
      }),
    ]);
    expect(store.get().typing).toBeUndefined();
  });

  it('asks one thing at a time, in order', async () => {
    const running: string[] = [];
    const { bot, lines } = startedBot(async ({ text }) => {
      running.push(`begin ${text}`);
      await Promise.resolve();
      running.push(`end ${text}`);
      return says(`re ${text}`);
    });
    await Promise.all([bot.say('one'), bot.say('two')]);
    expect(running).toEqual(['begin one', 'end one', 'begin two', 'end two']);
    expect(lines()).toEqual(['customer (sent): one', 'customer (sent): two', 'bot: re one', 'bot: re two']);
  });

  it.each(['throttled', 'busy', 'expired'] as const)(
    'repeats what surely had no effect (%s)',
    async (code) => {
      const { bot, lines, waits } = startedBot(failing(code, 2));
      await bot.say('Hi');
      expect(waits).toEqual([600, 1200]);
      expect(lines()).toEqual(['customer (sent): Hi', 'bot: Here I am.']);
    },
  );

  it('says why when it gives up, and sends it again when the customer wants', async () => {
    const { bot, lines, store, events } = startedBot(failing('throttled', 4));
    await expect(bot.say('Hi')).rejects.toMatchObject({ code: 'throttled' });
    expect(lines()).toEqual(['customer (failed): Hi']);
    expect(store.get().entries[0]).toMatchObject({ problem: 'throttled' });
    expect(events).toEqual([['problem', 'throttled']]);
    await bot.retry('line-1');
    expect(lines()).toEqual(['customer (sent): Hi', 'bot: Here I am.']);
    expect(store.get().entries[0]).toMatchObject({ problem: undefined });
  });

  it.each(['timeout', 'unreachable', 'failed'] as const)(
    'never repeats by itself what may have had an effect (%s)',
    async (code) => {
      const { bot, turns } = startedBot(failing(code, 1));
      await expect(bot.say('Hi')).rejects.toMatchObject({ code });
      expect(turns).toHaveLength(1);
    },
  );

  it('goes on with the next message after one that failed', async () => {
    const { bot, lines } = startedBot(failing('failed', 1));
    await Promise.allSettled([bot.say('one'), bot.say('two')]);
    expect(lines()).toEqual(['customer (failed): one', 'customer (sent): two', 'bot: Here I am.']);
  });

  it('keeps what is said without network, and says it in order when there is one', async () => {
    let isOnline = false;
    const { bot, lines } = startedBot(
      ({ text }) => {
        if (!isOnline) throw new ChatProblem('offline');
        return says(`re ${text}`);
      },
      { isOnline: () => isOnline },
    );
    await Promise.allSettled([bot.say('one'), bot.say('two')]);
    expect(lines()).toEqual(['customer (queued): one', 'customer (queued): two']);
    isOnline = true;
    await bot.flush();
    expect(lines()).toEqual(['customer (sent): one', 'customer (sent): two', 'bot: re one', 'bot: re two']);
  });

  it('tells the customer when the session has ended, and begins another', async () => {
    const { bot, lines, turns, later, events } = startedBot(() => says('Yes?'));
    await bot.say('one');
    later(599_999);
    bot.endIfIdle();
    expect(lines()).toHaveLength(2);
    later(1);
    bot.endIfIdle();
    bot.endIfIdle();
    await bot.say('two');
    expect(lines()).toEqual([
      'customer (sent): one',
      'bot: Yes?',
      'notice: session-ended',
      'customer (sent): two',
      'bot: Yes?',
    ]);
    expect(turns.map(({ sessionId }) => sessionId)).toEqual(['session-1', 'session-2']);
    expect(events).toEqual([
      ['session', 'ended'],
      ['session', 'started'],
    ]);
  });

  it('forgets all in a new session, here and at the service', async () => {
    const { bot, lines, store, events } = startedBot(() => says('Yes?'));
    await bot.say('one');
    await bot.newSession();
    expect(lines()).toEqual([]);
    expect(store.get().session.id).toBe('session-2');
    expect(events).toContainEqual(['deleted', 'session-1']);
  });
});

describe('attributes of the session', () => {
  it('go with the first turn, and with the first of each new session', async () => {
    const { bot, turns } = startedBot(() => says('Yes?'), { attributes: { shop: 'roofs' } });
    await bot.say('one');
    await bot.say('two');
    await bot.newSession();
    await bot.say('three');
    expect(turns.map(({ sessionAttributes }) => sessionAttributes)).toEqual([
      { shop: 'roofs' },
      undefined,
      { shop: 'roofs' },
    ]);
  });

  it('that a page sets are added to those that the bot keeps, also while it answers', async () => {
    const { bot, turns, store } = startedBot(({ text }) => {
      if (text === 'one') bot.setAttribute('late', 'yes');
      return { ...says('Yes?'), sessionState: { sessionAttributes: { own: 'kept' } } };
    });
    bot.setAttribute('early', 'yes');
    await bot.say('one');
    expect(store.get().session.pending).toEqual({ late: 'yes' });
    await bot.say('two');
    expect(turns.map(({ sessionAttributes }) => sessionAttributes)).toEqual([
      { early: 'yes' },
      { own: 'kept', late: 'yes' },
    ]);
  });
});

describe('another language', () => {
  it('is spoken in a session of its own, and what was said stays', async () => {
    const { bot, turns, lines } = startedBot(() => says('Yes?'));
    await bot.say('one');
    bot.speak('en-GB');
    await bot.say('two');
    expect(turns.map(({ sessionId, localeId }) => [sessionId, localeId])).toEqual([
      ['session-1', 'en_US'],
      ['session-2', 'en_GB'],
    ]);
    expect(lines()).toHaveLength(4);
  });
});

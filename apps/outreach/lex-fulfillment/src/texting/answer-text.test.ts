import { americanPhone, britishPhone } from '@atlas-engine/domain/testing';
import { createInMemoryInteractionStore } from '@atlas-engine/interaction-store/testing';
import { StoreUnavailableError } from '@atlas-engine/interaction-store';
import { monday } from '../fixtures/world.ts';
import { createAnswerText } from './answer-text.ts';
import type { InboundText } from './inbound-text.ts';
import { keywordOf } from './keywords.ts';
import type { BotReply, OutboundText, Said, TextingPorts } from './ports.ts';

const ours = americanPhone(99);
let next = 0;
const inbound = (messageBody: string, change: Partial<InboundText> = {}): InboundText => {
  next += 1;
  return {
    originationNumber: americanPhone(),
    destinationNumber: ours,
    inboundMessageId: `in-${String(next)}`,
    messageBody,
    ...change,
  };
};

function arrange(
  change: Partial<TextingPorts> = {},
  reply: BotReply = { kind: 'REPLY', texts: ['Well,', 'yes.'] },
) {
  const store = createInMemoryInteractionStore();
  const sent: OutboundText[] = [];
  const asked: Said[] = [];
  const counted: string[] = [];
  const time = { now: monday };
  const answer = createAnswerText({
    store,
    askBot: async (said) => {
      asked.push(said);
      return reply;
    },
    sendText: async (text) => {
      sent.push(text);
    },
    clock: { now: () => time.now },
    logger: { info: () => undefined },
    count: (event) => counted.push(event),
    ...change,
  });
  return { store, sent, asked, counted, time, answer, said: () => sent.map(({ text }) => text) };
}

describe('keywords', () => {
  it.each([
    ...['STOP', 'stop', ' Stop. ', 'STOPALL', 'unsubscribe', 'Cancel', 'END', 'quit!'].map((text) => [
      text,
      'STOP',
    ]),
    ...['HELP', 'info', 'Help?'].map((text) => [text, 'HELP']),
    ...['START', 'unstop'].map((text) => [text, 'START']),
    ...['stop it', 'the end', 'please help me', 'constructor', '', '?'].map((text) => [text, undefined]),
  ])('%j is %s', (text, keyword) => {
    expect(keywordOf(text!)).toBe(keyword);
  });
});

describe('a text', () => {
  it('is put to the bot, and answered from the number that it was sent to', async () => {
    const { answer, sent, asked, counted } = arrange();
    expect(await answer(inbound('  call me\u200b '))).toBe('DONE');
    expect(asked).toEqual([{ phone: americanPhone(), locale: 'en_US', text: 'call me' }]);
    expect(sent).toEqual([{ to: americanPhone(), from: ours, text: 'Well, yes.' }]);
    expect(counted).toEqual(['TextAnswered']);
  });

  it('is put to the bot in the English of its number', async () => {
    const { answer, asked } = arrange();
    await answer(inbound('ring me', { originationNumber: britishPhone() }));
    expect(asked[0]?.locale).toBe('en_GB');
  });

  it('is answered once, however often it is delivered', async () => {
    const { answer, sent } = arrange();
    const text = inbound('call me');
    await answer(text);
    expect(await answer(text)).toBe('DONE');
    expect(sent).toHaveLength(1);
  });

  it('is left to whoever has taken it, and taken again when that came to nothing', async () => {
    const failing = arrange({
      sendText: () => Promise.reject(new StoreUnavailableError('x', new Error('y'))),
    });
    const text = inbound('call me');
    await expect(failing.answer(text)).rejects.toThrow();
    expect(await failing.answer(text)).toBe('RETRY');
    failing.time.now += 61_000;
    await expect(failing.answer(text)).rejects.toThrow();
    expect(failing.asked).toHaveLength(2);
  });

  it('waits while another one of the same person is being answered', async () => {
    const { answer, sent } = arrange({}, { kind: 'BUSY' });
    expect(await answer(inbound('call me'))).toBe('RETRY');
    expect(sent).toEqual([]);
  });

  it('gets an apology when the bot cannot answer', async () => {
    const { answer, said } = arrange({}, { kind: 'FAILED' });
    await answer(inbound('call me'));
    expect(said()).toEqual([expect.stringContaining('try again')]);
  });

  it('is written without characters that make it twice as long', async () => {
    const { answer, said } = arrange({}, { kind: 'REPLY', texts: ['At 2:00\u202fPM – it’s noted.'] });
    await answer(inbound('call me'));
    expect(said()).toEqual(["At 2:00 PM – it's noted."]);
  });

  it.each([
    ['nothing', '', 'other words'],
    ['nothing that shows', ' \u200b\n', 'other words'],
    ['more than the bot reads', 'x'.repeat(1025), 'fewer words'],
  ])('with %s is answered without the bot', async (_what, body, answered) => {
    const { answer, said, asked } = arrange();
    await answer(inbound(body));
    expect(said()).toEqual([expect.stringContaining(answered)]);
    expect(asked).toEqual([]);
  });
});

describe('STOP', () => {
  it('puts the number on the do-not-call list, and is confirmed once', async () => {
    const { answer, said, store, counted, asked } = arrange();
    await answer(inbound('Stop'));
    await answer(inbound('STOPALL'));
    expect(await store.doNotCall.has(americanPhone())).toBe(true);
    expect(await store.doNotCall.has(americanPhone(1))).toBe(false);
    expect(said()).toEqual([expect.stringContaining('no more texts or calls')]);
    expect(counted).toEqual(['OptedOut', 'TextsStopped', 'TextsStopped']);
    expect(asked).toEqual([]);
  });

  it('lists the number also when the confirmation cannot be sent', async () => {
    const { answer, store } = arrange({ sendText: () => Promise.reject(new Error('no')) });
    await expect(answer(inbound('STOP'))).rejects.toThrow();
    expect(await store.doNotCall.has(americanPhone())).toBe(true);
  });

  it('leaves every further text unanswered, but HELP', async () => {
    const { answer, said, asked } = arrange();
    await answer(inbound('STOP'));
    expect(await answer(inbound('call me'))).toBe('DONE');
    await answer(inbound('HELP'));
    expect(said()).toEqual([expect.any(String), expect.stringContaining('STOP to end')]);
    expect(asked).toEqual([]);
  });
});

describe('START', () => {
  it('brings texts back, and says that calls stay off', async () => {
    const { answer, said, store, asked } = arrange();
    await answer(inbound('STOP'));
    await answer(inbound('START'));
    await answer(inbound('help me'));
    expect(said()).toEqual([
      expect.any(String),
      expect.stringContaining('stays off our call list'),
      'Well, yes.',
    ]);
    expect(asked).toHaveLength(1);
    expect(await store.doNotCall.has(americanPhone())).toBe(true);
  });

  it('is answered also where nothing was stopped', async () => {
    const { answer, said } = arrange();
    await answer(inbound('UNSTOP'));
    expect(said()).toEqual([expect.stringContaining('To have a call')]);
  });
});

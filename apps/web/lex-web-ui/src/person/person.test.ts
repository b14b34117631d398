import { startedBot, says } from '../fixtures/started-bot.ts';
import { ChatProblem } from '../problem.ts';
import type { ChatItem } from './chat-item.ts';
import type { ChatHearer, JoinChat } from './chat-link.ts';
import { createPerson, type PersonOptions } from './person.ts';
import { ChatNotStarted, requestChat } from './start-chat-request.ts';
import { fakeNetwork } from '../fixtures/network.ts';

const chat = { contactId: 'contact', participantId: 'participant', participantToken: 'token' };
const event = (id: string, name: string, more: Partial<ChatItem> = {}): ChatItem => ({
  Id: id,
  Type: 'EVENT',
  ContentType: `application/vnd.amazonaws.connect.event.${name}`,
  ...more,
});
const message = (id: string, role: string, text: string): ChatItem => ({
  Id: id,
  Type: 'MESSAGE',
  ContentType: 'text/plain',
  ParticipantRole: role,
  DisplayName: role === 'AGENT' ? 'Avery' : role,
  Content: text,
});
const joined = event('j', 'participant.joined', { ParticipantRole: 'AGENT', DisplayName: 'Avery' });

function started(options: Partial<PersonOptions> = {}) {
  const conversation = startedBot(() => says('I can bring in a person.'));
  const { store, waits } = conversation;
  const sent: string[] = [];
  const asked: unknown[] = [];
  let past: readonly ChatItem[] = [];
  let hearer: ChatHearer | undefined;
  let left = 0;
  let ids = 0;
  const person = createPerson({
    store,
    clock: { now: () => 0, wait: async (milliseconds) => void waits.push(milliseconds) },
    newId: () => `own-${(ids += 1)}`,
    request: async (wanted) => {
      asked.push(wanted);
      return chat;
    },
    join: async (_, given) => {
      hearer = given;
      return {
        send: async (text) => `sent-${sent.push(text)}`,
        typing: async () => void sent.push('typing'),
        transcript: async () => past,
        leave: async () => void (left += 1),
      };
    },
    ...options,
  });
  return {
    ...conversation,
    person,
    sent,
    asked,
    hear: () => hearer as ChatHearer,
    setPast: (items: readonly ChatItem[]) => (past = items),
    left: () => left,
  };
}

describe('a person who takes over', () => {
  it('gets the conversation so far for the ticket, and talks', async () => {
    const { bot, person, asked, hear, lines, store, sent } = started();
    await bot.say('A person, please');
    await person.handOff('a-ticket');
    expect(asked).toEqual([
      {
        ticket: 'a-ticket',
        sessionId: 'session-1',
        transcript: [
          { speaker: 'CUSTOMER', text: 'A person, please' },
          { speaker: 'BOT', text: 'I can bring in a person.' },
        ],
      },
    ]);
    expect([person.isHere(), store.get().person.phase]).toEqual([true, 'waiting']);
    hear().onItem(joined);
    hear().onItem(message('m1', 'AGENT', 'Hello'));
    await person.say('Hi');
    expect(store.get().person).toEqual({ phase: 'talking', name: 'Avery' });
    expect(sent).toEqual(['Hi']);
    expect(lines().slice(2)).toEqual([
      'notice: person-waiting',
      'notice: person-joined',
      'person: Hello',
      'customer (sent): Hi',
    ]);
    hear().onRead('sent-1');
    expect(lines().at(-1)).toBe('customer (read): Hi');
  });

  it('shows nothing twice: not what comes by socket and transcript, not one’s own, not what the bot’s talk was', async () => {
    const { person, hear, setPast, lines } = started();
    await person.handOff('a-ticket');
    await person.say('Hi');
    const all = [
      message('m0', 'CUSTOMER', 'Conversation with the assistant so far:\nBOT: …'),
      message('sent-1', 'CUSTOMER', 'Hi'),
      message('m1', 'AGENT', 'Hello'),
    ];
    all.forEach(hear().onItem);
    setPast(all);
    hear().onEstablished();
    await Promise.resolve();
    await Promise.resolve();
    expect(lines()).toEqual(['notice: person-waiting', 'customer (sent): Hi', 'person: Hello']);
  });

  it('is there again after a reload, with what was said meanwhile', async () => {
    const { person, store, setPast, lines } = started();
    store.update((state) => ({ ...state, chat }));
    setPast([joined, message('m1', 'AGENT', 'Still there?'), message('m2', 'CUSTOMER', 'Before the reload')]);
    await person.resume();
    expect(store.get().person).toEqual({ phase: 'talking', name: 'Avery' });
    expect(lines()).toEqual([
      'notice: person-joined',
      'person: Still there?',
      'customer (sent): Before the reload',
    ]);
  });

  it('is gone after a reload when the chat is over', async () => {
    const { person, store, lines } = started({ join: () => Promise.reject(new ChatProblem('refused')) });
    store.update((state) => ({ ...state, chat }));
    await person.resume();
    expect([store.get().chat, store.get().person.phase]).toEqual([undefined, 'none']);
    expect(lines()).toEqual(['notice: person-ended', 'notice: back-to-bot']);
  });

  it('is tried again while there is no network, and given up when the service fails three times', async () => {
    const failing = (...codes: readonly ('offline' | 'failed')[]) => {
      const left = [...codes];
      const join: JoinChat = async () => {
        const code = left.shift();
        if (code) throw new ChatProblem(code);
        const link = async () => '';
        return {
          send: link,
          typing: async () => undefined,
          transcript: async () => [],
          leave: async () => undefined,
        };
      };
      return started({ join });
    };
    const back = failing('offline', 'offline', 'offline', 'offline', 'failed');
    back.store.update((state) => ({ ...state, chat }));
    await back.person.resume();
    expect([back.store.get().chat, back.store.get().person.phase]).toEqual([chat, 'waiting']);
    expect(back.waits).toEqual([2000, 2000, 2000, 2000, 2000]);

    const gone = failing('failed', 'failed', 'failed');
    gone.store.update((state) => ({ ...state, chat }));
    await gone.person.resume();
    expect(gone.store.get().chat).toBeUndefined();
    expect(gone.lines()).toEqual(['notice: person-ended', 'notice: back-to-bot']);
  });

  it('ends the chat, and the bot is there again', async () => {
    const { person, hear, lines, store } = started();
    await person.handOff('a-ticket');
    hear().onItem(joined);
    hear().onEnded();
    hear().onItem(event('e', 'chat.ended'));
    expect([person.isHere(), store.get().person.phase]).toEqual([false, 'none']);
    expect(lines()).toEqual([
      'notice: person-waiting',
      'notice: person-joined',
      'notice: person-ended',
      'notice: back-to-bot',
    ]);
  });

  it('is left by the customer, once', async () => {
    const { person, left, lines } = started();
    await person.handOff('a-ticket');
    await person.end();
    await person.end();
    expect(left()).toBe(1);
    expect(lines().slice(1)).toEqual(['notice: person-ended', 'notice: back-to-bot']);
  });

  it('passes the customer on', async () => {
    const { person, hear, store } = started();
    await person.handOff('a-ticket');
    hear().onItem(joined);
    hear().onItem(event('t', 'transfer.succeeded'));
    expect(store.get().person.phase).toBe('waiting');
  });

  it('writes, and is told that the customer writes, not too often', async () => {
    const { person, hear, store, sent } = started();
    await person.handOff('a-ticket');
    hear().onTyping();
    expect(store.get().typing).toBe('person');
    hear().onItem(message('m1', 'AGENT', 'Hello'));
    expect(store.get().typing).toBeUndefined();
    person.write();
    person.write();
    expect(sent).toEqual(['typing']);
  });

  it('is lost and found with the connection', async () => {
    const { person, hear, store } = started();
    await person.handOff('a-ticket');
    hear().onItem(joined);
    hear().onBroken();
    hear().onBroken();
    expect(store.get().person.phase).toBe('lost');
    hear().onEstablished();
    expect(store.get().person).toEqual({ phase: 'talking', name: 'Avery' });
  });

  it('does not get what could not be sent, and the customer can send it again', async () => {
    let fails = true;
    const { person, lines } = started({
      join: async () => ({
        send: () => (fails ? Promise.reject(new ChatProblem('throttled')) : Promise.resolve('sent-1')),
        typing: () => Promise.resolve(),
        transcript: () => Promise.resolve([]),
        leave: () => Promise.resolve(),
      }),
    });
    await person.handOff('a-ticket');
    await person.say('Hi');
    expect(lines().at(-1)).toBe('customer (failed): Hi');
    fails = false;
    await person.retry('own-2');
    expect(lines().at(-1)).toBe('customer (sent): Hi');
  });
});

describe('a chat that cannot be started', () => {
  it('is asked for again while the service is not there, with the same ticket', async () => {
    let left = 2;
    const { person, waits, store } = started({
      request: () => (left-- > 0 ? Promise.reject(new ChatNotStarted('UNAVAILABLE')) : Promise.resolve(chat)),
    });
    await person.handOff('a-ticket');
    expect(waits).toEqual([2000, 2000]);
    expect(store.get().person.phase).toBe('waiting');
  });

  it('is said with its reason, and the bot stays', async () => {
    const { person, store, lines } = started({
      request: () => Promise.reject(new ChatNotStarted('TICKET_EXPIRED')),
    });
    await person.handOff('a-ticket');
    expect([store.get().person.phase, person.isHere()]).toEqual(['none', false]);
    expect(lines()).toEqual(['notice: person-unavailable']);
    expect(store.get().entries[0]).toMatchObject({ name: 'TICKET_EXPIRED' });
  });

  it.each([
    [
      () => Response.json({ error: { code: 'TICKET_EXPIRED', message: 'x' } }, { status: 410 }),
      'TICKET_EXPIRED',
    ],
    [() => new Response('<html>', { status: 429 }), 'TOO_MANY_REQUESTS'],
    [() => ({ contactId: 1 }), 'UNREADABLE'],
    [() => Promise.reject(new TypeError('Failed to fetch')), 'UNAVAILABLE'],
  ])('is told apart (%#)', async (reply, code) => {
    const { network } = fakeNetwork(reply);
    const wanted = { ticket: 't', sessionId: 's', transcript: [] };
    await expect(requestChat(network, 'https://chat.test/api', wanted)).rejects.toMatchObject({ code });
  });
});

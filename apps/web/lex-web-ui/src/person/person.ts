import type { Clock } from '../conversation/clock.ts';
import { type ChatState, type PersonChat, saidBy, withDelivery, withEntry } from '../conversation/state.ts';
import type { Store } from '../conversation/store.ts';
import { problemOf } from '../problem.ts';
import type { ChatHearer, ChatLink, JoinChat } from './chat-link.ts';
import { createNewsBoard } from './show-news.ts';
import { ChatNotStarted, handedOn, type requestChat } from './start-chat-request.ts';

/** Milliseconds for which "is writing" is shown without another sign of it. */
const typingShown = 12_000;
/** Milliseconds between two signs that the customer writes. */
const typingSent = 8_000;
/** How often a chat that could not be started just then is asked for again, and the milliseconds between. */
const tries = 3;
const pause = 2_000;

/** People who take over from the bot. */
export interface Person {
  readonly isHere: () => boolean;
  /** Spends the bot's ticket and waits for a person. */
  readonly handOff: (ticket: string) => Promise<void>;
  /** Takes part again in a chat from before a reload. */
  readonly resume: () => Promise<void>;
  readonly say: (text: string) => Promise<void>;
  readonly retry: (id: string) => Promise<void>;
  /** The customer writes. */
  readonly write: () => void;
  /** Ends the chat; the bot is there again. */
  readonly end: () => Promise<void>;
}

export interface PersonOptions {
  readonly store: Store<ChatState>;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly request: (wanted: Parameters<typeof requestChat>[2]) => Promise<PersonChat>;
  /** Loaded when it is needed: most customers never need it. */
  readonly join: JoinChat;
}

export function createPerson({ store, clock, newId, request, join }: PersonOptions): Person {
  const board = createNewsBoard({ store, now: clock.now, newId });
  let link: ChatLink | undefined;
  let typedAt = 0;
  let sentTypingAt = -typingSent;

  const over = (): void => {
    link = undefined;
    board.end();
  };
  const showTyping = (): void => {
    typedAt = clock.now();
    store.update((state) => ({ ...state, typing: 'person' }));
    void clock.wait(typingShown).then(() => {
      if (clock.now() - typedAt < typingShown) return;
      store.update((state) => (state.typing === 'person' ? { ...state, typing: undefined } : state));
    });
  };
  /** What was said while nobody listened. What fails now is caught up with at the next connection. */
  const catchUp = async (): Promise<void> => {
    const items = (await link?.transcript()) ?? [];
    items.forEach(board.take);
  };
  const hearer = (): ChatHearer => {
    let before = store.get().person;
    return {
      onItem: board.take,
      onTyping: showTyping,
      onRead: (id) =>
        store.update((state) => (saidBy(state, id) ? withDelivery(state, id, { delivery: 'read' }) : state)),
      onEnded: over,
      onBroken: () => {
        const { person } = store.get();
        if (person.phase === 'lost') return;
        before = person;
        board.setPerson({ ...person, phase: 'lost' });
      },
      onEstablished: () => {
        if (store.get().person.phase === 'lost') board.setPerson(before);
        catchUp().catch(() => undefined);
      },
    };
  };
  /** Without a network it is tried until there is one: a chat outlives a reload on a train. */
  const enter = async (): Promise<void> => {
    let failures = 0;
    for (let { chat } = store.get(); chat; { chat } = store.get()) {
      board.setPerson({ phase: 'waiting' });
      try {
        link = await join(chat, hearer());
        await catchUp().catch(() => undefined);
        return;
      } catch (error) {
        const { code } = problemOf(error);
        failures += code === 'offline' ? 0 : 1;
        // The chat is over, or its token is: what is left is the bot, and the customer is told.
        if (code === 'refused' || failures === tries) {
          over();
          return;
        }
        board.setPerson({ phase: 'lost' });
        await clock.wait(pause);
      }
    }
  };
  const start = async (ticket: string): Promise<PersonChat> => {
    const { session, entries } = store.get();
    const wanted = { ticket, sessionId: session.id, transcript: handedOn(entries) };
    for (let attempt = 1; ; attempt++) {
      try {
        return await request(wanted);
      } catch (error) {
        const mayCome = error instanceof ChatNotStarted && error.code === 'UNAVAILABLE';
        if (!mayCome || attempt === tries) throw error;
        await clock.wait(pause);
      }
    }
  };
  const deliver = async (id: string): Promise<void> => {
    const said = saidBy(store.get(), id);
    if (!said || !link) return;
    store.update((state) => withDelivery(state, id, { delivery: 'sending' }));
    try {
      const sent = await link.send(said.text);
      board.know(sent);
      // Its receipts name the message by the service's id.
      store.update((state) => withId(withDelivery(state, id, { delivery: 'sent' }), id, sent));
    } catch (error) {
      const { code } = problemOf(error);
      store.update((state) => withDelivery(state, id, { delivery: 'failed', problem: code }));
    }
  };

  return {
    isHere: () => store.get().chat !== undefined,
    handOff: async (ticket) => {
      if (store.get().person.phase !== 'none') return;
      board.setPerson({ phase: 'asking' });
      try {
        const chat = await start(ticket);
        store.update((state) => ({ ...state, chat }));
      } catch (error) {
        board.setPerson({ phase: 'none' });
        board.notice('person-unavailable', {
          name: error instanceof ChatNotStarted ? error.code : 'INTERNAL',
        });
        return;
      }
      board.notice('person-waiting');
      await enter();
    },
    resume: enter,
    say: async (text) => {
      const id = newId();
      store.update((state) =>
        withEntry(state, { id, at: clock.now(), from: 'customer', to: 'person', text, delivery: 'sending' }),
      );
      if (link) await deliver(id);
      else store.update((state) => withDelivery(state, id, { delivery: 'failed', problem: 'unreachable' }));
    },
    retry: deliver,
    write: () => {
      if (!link || clock.now() - sentTypingAt < typingSent) return;
      sentTypingAt = clock.now();
      // A sign that is lost is no loss.
      link.typing().catch(() => undefined);
    },
    end: async () => {
      const leaving = link;
      over();
      await leaving?.leave().catch(() => undefined);
    },
  };
}

const withId = (state: ChatState, id: string, next: string): ChatState => ({
  ...state,
  entries: state.entries.map((entry) => (entry.id === id ? { ...entry, id: next } : entry)),
});

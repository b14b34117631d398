import type { LexAnswer } from '../lex/lex-answer.ts';
import type { LexClient, LexTurn } from '../lex/lex-client.ts';
import type { Content } from '../messages/content.ts';
import { readMessage } from '../messages/read-message.ts';
import { type ChatProblem, isSafeToRepeat, problemOf } from '../problem.ts';
import type { Clock } from './clock.ts';
import type { NewEntry } from './entry.ts';
import { type ChatState, saidBy, withDelivery, withEntry } from './state.ts';
import type { Store } from './store.ts';

/** Milliseconds after which a bot's session has ended by itself: the idle time of AtlasEngineBot. */
const sessionIdle = 600_000;
/** How often a turn that had no effect is repeated before the customer is asked. */
const repeats = 3;
/** Milliseconds before the first repetition; doubled for each further one. */
const firstPause = 600;

/** Where a turn belongs, and what it sets. */
export type TurnPlace = Omit<LexTurn, 'text'>;

/** The conversation with the bot. */
export interface Bot {
  /** Says it as soon as what was said before is answered; without network, when there is one again. @throws ChatProblem */
  readonly say: (text: string) => Promise<void>;
  /** Says again what failed. @throws ChatProblem */
  readonly retry: (id: string) => Promise<void>;
  /** Takes a turn in which the customer spoke: `recognize` asks the bot and says what it heard. @throws ChatProblem */
  readonly hear: (
    recognize: (place: TurnPlace) => Promise<{ readonly transcript: string; readonly answer: LexAnswer }>,
  ) => Promise<void>;
  /** Says what waited for the network. */
  readonly flush: () => Promise<void>;
  readonly setAttribute: (name: string, value: string) => void;
  /** Ends a session that has ended at the bot's side by now. */
  readonly endIfIdle: () => void;
  /** Begins another session with no history. */
  readonly newSession: () => Promise<void>;
  /** Goes on in another language, in a session of its own. */
  readonly speak: (locale: string) => void;
}

export interface BotOptions {
  readonly store: Store<ChatState>;
  readonly lex: Pick<LexClient, 'recognizeText' | 'deleteSession'>;
  readonly clock: Clock;
  readonly isOnline: () => boolean;
  /** Another one each time: of a line, and of a session. */
  readonly newId: () => string;
  readonly newSessionId: () => string;
  /** IANA name of the customer's zone, in which "today" is meant. */
  readonly timeZone: string;
  /** Attributes that every session begins with. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly onAnswer: (answer: LexAnswer, contents: readonly Content[]) => void;
  readonly onProblem: (problem: ChatProblem) => void;
  readonly onSession: (state: 'started' | 'ended') => void;
}

/** An answer, with the attributes that the turn set. */
interface Asked {
  readonly answer: LexAnswer;
  readonly set: Readonly<Record<string, string>>;
}

/** How Lex writes a locale: `en-US` is `en_US`. */
const lexLocale = (locale: string): string => locale.replace('-', '_');

export function createBot(options: BotOptions): Bot {
  const { store, lex, clock, isOnline, newId } = options;
  let turns: Promise<unknown> = Promise.resolve();

  const add = (entry: NewEntry): string => {
    const id = newId();
    store.update((state) => withEntry(state, { ...entry, id, at: clock.now() }));
    return id;
  };
  const renew = (): void => {
    store.update((state) => ({
      ...state,
      slot: undefined,
      session: {
        id: options.newSessionId(),
        locale: state.session.locale,
        attributes: {},
        pending: options.attributes,
      },
    }));
    options.onSession('started');
  };
  const endIfIdle = (): void => {
    const { answeredAt } = store.get().session;
    if (answeredAt === undefined || clock.now() - answeredAt < sessionIdle) return;
    options.onSession('ended');
    add({ from: 'notice', notice: 'session-ended' });
    renew();
  };
  const where = (): TurnPlace => {
    const { id, locale, attributes, pending } = store.get().session;
    return {
      sessionId: id,
      localeId: lexLocale(locale),
      sessionAttributes: Object.keys(pending).length > 0 ? { ...attributes, ...pending } : undefined,
      requestAttributes: { 'x-amz-lex:time-zone': options.timeZone },
    };
  };
  const ask = async (text: string): Promise<Asked> => {
    for (let attempt = 0; ; attempt++) {
      const { pending } = store.get().session;
      try {
        return { answer: await lex.recognizeText({ text, ...where() }), set: pending };
      } catch (error) {
        if (attempt === repeats || !isSafeToRepeat(problemOf(error))) throw error;
        await clock.wait(firstPause * 2 ** attempt);
      }
    }
  };
  const take = ({ answer, set }: Asked): void => {
    const { sessionState, messages } = answer;
    const contents = (messages ?? []).flatMap(readMessage);
    store.update((state) => ({
      ...state,
      typing: undefined,
      slot: sessionState?.dialogAction?.slotToElicit ?? undefined,
      session: {
        ...state.session,
        answeredAt: clock.now(),
        attributes: sessionState?.sessionAttributes ?? {},
        // What was set while the bot answered is for the next turn.
        pending: Object.fromEntries(
          Object.entries(state.session.pending).filter(([name, value]) => set[name] !== value),
        ),
      },
    }));
    for (const content of contents) add({ from: 'bot', content });
    options.onAnswer(answer, contents);
  };
  const deliver = async (id: string): Promise<void> => {
    const said = saidBy(store.get(), id);
    if (!said) return;
    endIfIdle();
    store.update((state) => ({ ...withDelivery(state, id, { delivery: 'sending' }), typing: 'bot' }));
    try {
      const asked = await ask(said.text);
      store.update((state) => withDelivery(state, id, { delivery: 'sent' }));
      take(asked);
    } catch (error) {
      const problem = problemOf(error);
      const how = problem.code === 'offline' ? 'queued' : 'failed';
      store.update((state) => ({
        ...withDelivery(state, id, { delivery: how, problem: problem.code }),
        typing: undefined,
      }));
      options.onProblem(problem);
      throw problem;
    }
  };
  const inTurn = (act: () => Promise<void>): Promise<void> => {
    const turn = turns.then(act);
    turns = turn.catch(() => undefined);
    return turn;
  };
  const send = (id: string): Promise<void> => inTurn(() => deliver(id));
  const hear = async (recognize: Parameters<Bot['hear']>[0]): Promise<void> => {
    endIfIdle();
    const { pending } = store.get().session;
    store.update((state) => ({ ...state, typing: 'bot' }));
    try {
      const { transcript, answer } = await recognize(where());
      if (transcript) add({ from: 'customer', to: 'bot', text: transcript, delivery: 'sent' });
      take({ answer, set: pending });
    } catch (error) {
      store.update((state) => ({ ...state, typing: undefined }));
      options.onProblem(problemOf(error));
      throw error;
    }
  };

  return {
    say: (text) =>
      send(add({ from: 'customer', to: 'bot', text, delivery: isOnline() ? 'sending' : 'queued' })),
    retry: send,
    hear: (recognize) => inTurn(() => hear(recognize)),
    endIfIdle,
    flush: async () => {
      const waiting = store
        .get()
        .entries.filter((entry) => entry.from === 'customer' && entry.delivery === 'queued');
      await Promise.allSettled(waiting.map(({ id }) => send(id)));
    },
    setAttribute: (name, value) =>
      store.update((state) => {
        const pending = { ...state.session.pending, [name]: value };
        return { ...state, session: { ...state.session, pending } };
      }),
    newSession: async () => {
      const { id, locale, answeredAt } = store.get().session;
      store.update((state) => ({ ...state, entries: [] }));
      renew();
      if (answeredAt === undefined) return;
      // The new session has another id: what becomes of the old one concerns nobody but the service.
      await lex.deleteSession({ sessionId: id, localeId: lexLocale(locale) }).catch((error: unknown) => {
        options.onProblem(problemOf(error));
      });
    },
    speak: (locale) => {
      store.update((state) => ({ ...state, session: { ...state.session, locale } }));
      renew();
    },
  };
}

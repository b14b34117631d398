import { handedOnHeading } from '@atlas-engine/web-contracts';
import type { NewEntry, NoticeCode } from '../conversation/entry.ts';
import { type ChatState, type PersonState, withEntry } from '../conversation/state.ts';
import type { Store } from '../conversation/store.ts';
import { type ChatItem, type ChatNews, readItem } from './chat-item.ts';

type News<Kind extends ChatNews['kind']> = Extract<ChatNews, { readonly kind: Kind }>;

/** What a chat with people shows. */
export interface NewsBoard {
  /** Shows what is new in an item; what was shown before is not new. */
  readonly take: (item: ChatItem) => void;
  /** Nobody is to show what this message says once more. */
  readonly know: (id: string) => void;
  readonly notice: (
    code: NoticeCode,
    about?: { readonly name?: string | undefined; readonly id?: string },
  ) => void;
  readonly setPerson: (person: PersonState) => void;
  /** The chat is over: the bot is there again. */
  readonly end: () => void;
}

interface BoardOptions {
  readonly store: Store<ChatState>;
  readonly now: () => number;
  readonly newId: () => string;
}

export function createNewsBoard({ store, now, newId }: BoardOptions): NewsBoard {
  const known = new Set<string>();
  /** What was shown before a reload is there already. */
  const add = (entry: NewEntry, id = newId()): void =>
    store.update((state) =>
      state.entries.some((each) => each.id === id)
        ? state
        : withEntry({ ...state, typing: undefined }, { ...entry, id, at: now() }),
    );
  const notice: NewsBoard['notice'] = (code, { name, id } = {}) =>
    add({ from: 'notice', notice: code, name }, id);
  const setPerson = (person: PersonState): void => store.update((state) => ({ ...state, person }));
  const end = (): void => {
    if (!store.get().chat) return;
    store.update((state) => ({ ...state, chat: undefined, typing: undefined, person: { phase: 'none' } }));
    notice('person-ended');
    notice('back-to-bot');
  };

  const shown: { readonly [Kind in ChatNews['kind']]: (news: News<Kind>) => void } = {
    said: ({ id, by, name, content }) =>
      add(by === 'person' ? { from: 'person', name, content } : { from: 'bot', content }, id),
    own: ({ id, text }) => {
      // Of one's own, only what this browser has forgotten is new; what the bot's talk was, the customer knows.
      const isOnItsWay = store
        .get()
        .entries.some(
          (entry) => entry.from === 'customer' && entry.delivery === 'sending' && entry.text === text,
        );
      if (!isOnItsWay && !text.startsWith(handedOnHeading))
        add({ from: 'customer', to: 'person', text, delivery: 'sent' }, id);
    },
    joined: ({ id, name }) => {
      setPerson({ phase: 'talking', name: name || undefined });
      notice('person-joined', { name: name || undefined, id });
    },
    left: ({ id, name }) => {
      setPerson({ phase: 'waiting' });
      notice('person-left', { name: name || undefined, id });
    },
    transferred: ({ id }) => {
      setPerson({ phase: 'waiting' });
      notice('person-waiting', { id });
    },
    ended: end,
  };

  return {
    take: (item) => {
      if (known.has(item.Id)) return;
      known.add(item.Id);
      const news = readItem(item);
      if (news) (shown[news.kind] as (news: ChatNews) => void)(news);
    },
    know: (id) => known.add(id),
    notice,
    setPerson,
    end,
  };
}

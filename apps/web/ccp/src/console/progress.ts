import { omit } from '../omit.ts';
import { createStore, type Store } from '../store.ts';

/** The ids of the lines that were said, by contact. */
export type Ticks = Readonly<Record<string, readonly string[]>>;

/** Which lines of a scenario the agent has said: kept across a reload. */
export interface Progress {
  readonly store: Store<Ticks>;
  readonly tick: (contactId: string, itemId: string, said: boolean) => void;
  readonly forget: (contactId: string) => void;
}

const key = 'atlas.progress';

export function createProgress(medium: Pick<Storage, 'getItem' | 'setItem'>): Progress {
  const store = createStore<Ticks>(read(medium));
  const write = (ticks: Ticks) => {
    store.set(ticks);
    try {
      medium.setItem(key, JSON.stringify(ticks));
    } catch {
      // Full or forbidden storage: the ticks live as long as the page.
    }
  };
  return {
    store,
    tick: (contactId, itemId, said) => {
      const others = (store.get()[contactId] ?? []).filter((id) => id !== itemId);
      write({ ...store.get(), [contactId]: said ? [...others, itemId] : others });
    },
    forget: (contactId) => {
      if (contactId in store.get()) write(omit(store.get(), contactId));
    },
  };
}

function read(medium: Pick<Storage, 'getItem'>): Ticks {
  try {
    const value: unknown = JSON.parse(medium.getItem(key) ?? '{}');
    return isTicks(value) ? value : {};
  } catch {
    return {};
  }
}

const isTicks = (value: unknown): value is Ticks =>
  typeof value === 'object' && value !== null && Object.values(value).every(Array.isArray);

import { createStore, type Store } from '../store.ts';

export interface Notice {
  readonly id: number;
  /** An error stays until it is closed. */
  readonly kind: 'info' | 'success' | 'error';
  readonly text: string;
}

export interface Notices {
  readonly store: Store<readonly Notice[]>;
  readonly say: (kind: Notice['kind'], text: string) => void;
  readonly close: (id: number) => void;
}

/** Milliseconds that a notice stays which needs no answer. */
const shown = 6000;
/** More would cover the work. */
const most = 4;

export function createNotices(): Notices {
  const store = createStore<readonly Notice[]>([]);
  let last = 0;
  const close = (id: number) => {
    store.set(store.get().filter((notice) => notice.id !== id));
  };
  return {
    store,
    say: (kind, text) => {
      const others = store.get().filter((notice) => notice.text !== text);
      last += 1;
      const id = last;
      store.set([...others, { id, kind, text }].slice(-most));
      if (kind !== 'error') setTimeout(close, shown, id);
    },
    close,
  };
}

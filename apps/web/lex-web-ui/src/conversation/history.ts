import { type ChatState, type Kept, keptSchema } from './state.ts';
import type { Store } from './store.ts';

/** Characters that a conversation may take of the browser's storage. */
const room = 200_000;

/** Keeps the conversation through a reload of the page, for as long as the tab is open and not longer. */
export interface History {
  /** Undefined when nothing is kept, or nothing that can be read. */
  readonly load: () => Kept | undefined;
  /** Whether it could be kept. */
  readonly save: (kept: Kept) => boolean;
}

/** `storage` gives the browser's storage, or throws where the customer blocks it. */
export function createHistory(storage: () => Storage, key: string): History {
  return {
    load: () => {
      try {
        const read = keptSchema.safeParse(JSON.parse(storage().getItem(key) ?? 'null'));
        return read.success ? interrupted(read.data) : undefined;
      } catch {
        return undefined;
      }
    },
    save: (kept) => {
      try {
        storage().setItem(key, fitting(kept));
        return true;
      } catch {
        return false;
      }
    },
  };
}

/** What was on its way when the page was left: nobody knows whether it arrived. */
const interrupted = (kept: Kept): Kept => ({
  ...kept,
  entries: kept.entries.map((entry) =>
    entry.from === 'customer' && entry.delivery === 'sending'
      ? { ...entry, delivery: 'failed', problem: 'unreachable' }
      : entry,
  ),
});

/** The newest lines that there is room for. */
function fitting({ entries, session, chat, isAloud }: Kept): string {
  let size = 0;
  const newest = entries.toReversed().filter((entry) => (size += JSON.stringify(entry).length) <= room);
  return JSON.stringify({ entries: newest.toReversed(), session, chat, isAloud });
}

/** Saves each change, and notes in the state when the browser does not keep it. */
export function keepHistory(store: Store<ChatState>, history: History): void {
  const save = (state: ChatState): void => {
    const isKept = history.save(state);
    if (isKept !== state.isKept) store.update((current) => ({ ...current, isKept }));
  };
  store.listen((state, before) => {
    const changed = (['entries', 'session', 'chat', 'isAloud'] as const).some(
      (part) => state[part] !== before[part],
    );
    if (changed) save(state);
  });
  save(store.get());
}

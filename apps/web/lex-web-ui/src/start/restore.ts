import { createHistory, keepHistory } from '../conversation/history.ts';
import { type ChatState, emptyState } from '../conversation/state.ts';
import { createStore, type Store } from '../conversation/store.ts';
import { newSessionId } from '../lex/session-id.ts';

interface RestoreOptions {
  /** Whose conversation: one bot does not find another's. */
  readonly botId: string;
  readonly locale: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** The conversation as it was before a reload of the page, or a new one. It is kept from here on. */
export function restore({ botId, locale, attributes }: RestoreOptions): Store<ChatState> {
  const history = createHistory(() => window.sessionStorage, `atlas-chat/1/${botId}`);
  const kept = history.load() ?? {
    entries: [],
    session: { id: newSessionId(), locale, attributes: {}, pending: attributes },
    isAloud: false,
  };
  const store = createStore(emptyState(kept, navigator.onLine));
  keepHistory(store, history);
  return store;
}

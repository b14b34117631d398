import type { AgentDay } from '@atlas-engine/web-contracts';
import { createConversations, type Conversations } from '../chat/conversations.ts';
import type { ConnectPort } from '../connect/connect-port.ts';
import { initialConnectState, type ConnectState } from '../connect/connect-state.ts';
import { reduceConnect } from '../connect/reduce.ts';
import type { Session } from '../sign-in/session.ts';
import { createStore, type Store } from '../store.ts';
import { createContactViews, type ContactViews } from '../workspace/contact-views.ts';
import type { WorkspaceApi } from '../workspace/workspace-api.ts';
import { createDraftStorage } from '../wrap-up/draft-storage.ts';
import { createWrapUpBook, type WrapUpBook } from '../wrap-up/wrap-up-book.ts';
import { followContacts } from './follow-contacts.ts';
import { createNotices, type Notices } from './notices.ts';
import { createProgress, type Progress } from './progress.ts';

/** All that the screens read and ask; made once a page. */
export interface Console {
  readonly session: Session;
  readonly port: ConnectPort;
  readonly api: WorkspaceApi;
  readonly connect: Store<ConnectState>;
  readonly views: ContactViews;
  readonly wrapUps: WrapUpBook;
  readonly conversations: Conversations;
  readonly progress: Progress;
  readonly notices: Notices;
  /** The contact that the agent looks at, if they chose one. */
  readonly selected: Store<string | undefined>;
  readonly day: Store<AgentDay | undefined>;
  readonly refreshDay: () => void;
  readonly dispatch: (event: Parameters<typeof reduceConnect>[1]) => void;
}

export interface ConsoleParts {
  readonly session: Session;
  readonly port: ConnectPort;
  readonly api: WorkspaceApi;
  readonly storage: Storage;
  readonly now: () => number;
}

/** Puts the parts together and keeps them in step with what Connect says. */
export function createConsole({ session, port, api, storage, now }: ConsoleParts): Console {
  const connect = createStore<ConnectState>(initialConnectState);
  const dispatch: Console['dispatch'] = (event) => {
    connect.set(reduceConnect(connect.get(), event));
  };
  const day = createStore<AgentDay | undefined>(undefined);
  const all: Console = {
    session,
    port,
    api,
    connect,
    dispatch,
    views: createContactViews(api),
    wrapUps: createWrapUpBook({ api, storage: createDraftStorage(storage, session.agent), now }),
    conversations: createConversations(port.chat, now),
    progress: createProgress(storage),
    notices: createNotices(),
    selected: createStore<string | undefined>(undefined),
    day,
    refreshDay: () => {
      const from = new Date(now());
      from.setHours(0, 0, 0, 0);
      // The figures stay as they were when the server does not answer: they say until when they are known.
      api.day(from).then(day.set, () => undefined);
    },
  };
  followContacts(all);
  port.subscribe(dispatch);
  return all;
}

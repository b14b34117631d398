import type { ChatEventName, ChatEvents } from '../loader/api.ts';
import type { ChatState } from '../conversation/state.ts';
import type { Store } from '../conversation/store.ts';
import type { LexAnswer } from '../lex/lex-answer.ts';
import { plainTextOf } from '../messages/content.ts';
import type { Parent } from '../parent/accept-parent.ts';
import type { ChatProblem } from '../problem.ts';
import { composerId } from '../view/Composer.tsx';

/** What the page around is told; nothing when there is none. */
export interface Outside {
  readonly ready: () => void;
  readonly close: () => void;
  readonly setVisible: (isVisible: boolean) => void;
  readonly onAnswer: (answer: LexAnswer) => void;
  readonly onProblem: (problem: ChatProblem) => void;
  readonly onSession: (state: 'started' | 'ended') => void;
}

const finished = ['Fulfilled', 'Failed'];

/** Tells the page around what happens, and counts what it has not seen. */
export function tellParent(store: Store<ChatState>, parent: Parent | undefined): Outside {
  let isVisible = parent === undefined;
  let unread = 0;
  const tell = <Name extends ChatEventName>(event: Name, detail: ChatEvents[Name]): void =>
    parent?.tell({ event, detail });

  store.listen((state, before) => {
    const known = new Set(before.entries.map(({ id }) => id));
    for (const entry of state.entries) {
      if (known.has(entry.id) || (entry.from !== 'bot' && entry.from !== 'person')) continue;
      tell('message', { from: entry.from === 'bot' ? 'bot' : 'agent', text: plainTextOf(entry.content) });
      if (!isVisible) tell('unread', { count: ++unread });
    }
    const { phase } = state.person;
    if (phase !== before.person.phase) tellPerson(phase);
  });
  const tellPerson = (phase: ChatState['person']['phase']): void => {
    if (phase === 'waiting' || phase === 'talking') tell('person', { state: phase });
    if (phase === 'none') tell('person', { state: 'ended' });
  };
  return {
    ready: () => tell('ready', { locale: store.get().session.locale }),
    close: () => tell('close', {}),
    setVisible: (next) => {
      isVisible = next;
      if (!next) return;
      if (unread > 0) tell('unread', { count: (unread = 0) });
      document.getElementById(composerId)?.focus();
    },
    onAnswer: ({ sessionState }) => {
      const { name, state } = sessionState?.intent ?? {};
      if (name && state && finished.includes(state)) tell('intent', { name, state });
    },
    onProblem: ({ code }) => tell('problem', { code }),
    onSession: (state) => tell('session', { state }),
  };
}

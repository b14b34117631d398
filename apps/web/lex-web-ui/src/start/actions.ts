import type { Bot } from '../conversation/bot.ts';
import { saidBy, type ChatState } from '../conversation/state.ts';
import type { Store } from '../conversation/store.ts';
import { transcriptOf } from '../conversation/transcript.ts';
import type { Texts } from '../i18n/texts.ts';
import type { Person } from '../person/person.ts';
import { composerId } from '../view/Composer.tsx';
import { conversationId } from '../view/Conversation.tsx';
import type { Actions } from '../view/view.ts';
import type { Voice } from '../voice/voice.ts';

interface ActionOptions {
  readonly store: Store<ChatState>;
  readonly bot: Bot;
  readonly person: Person;
  /** Loaded when it is first used. */
  readonly voice: () => Promise<Voice>;
  readonly texts: () => Texts;
  readonly close: () => void;
}

/** What a failure means is in the conversation already: each message shows what became of it. */
const shown = (): void => undefined;

/** What the customer's clicks and keys do. */
export function actionsOf({ store, bot, person, voice, texts, close }: ActionOptions): Actions {
  const partner = (): Bot | Person => (person.isHere() ? person : bot);
  return {
    say: (text) => {
      partner().say(text).catch(shown);
      focusOn();
    },
    retry: (id) => {
      const whom = saidBy(store.get(), id)?.to === 'person' ? person : bot;
      whom.retry(id).catch(shown);
      focusOn();
    },
    write: person.write,
    close,
    newSession: () => {
      void person.end();
      bot.newSession().catch(shown);
      focusOn();
    },
    save: () => {
      const { entries, session } = store.get();
      const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
      download(transcriptOf(entries, { texts: texts(), locale: session.locale, timeZone }));
    },
    speak: bot.speak,
    readAloud: (isAloud) => store.update((state) => ({ ...state, isAloud })),
    listen: () =>
      void voice().then(
        ({ listen }) => listen(),
        () =>
          store.update((state) => ({
            ...state,
            voice: { phase: 'off', level: 0, problem: 'failed', why: 'unreachable' },
          })),
      ),
    stopListening: () => void voice().then(({ stop }) => stop(), shown),
    endPerson: () => {
      void person.end();
      focusOn();
    },
  };
}

/** The button that was pressed may be gone: the focus goes on where one writes, or reads on a screen keyboard. */
function focusOn(): void {
  const isTouch = matchMedia('(pointer: coarse)').matches;
  document.getElementById(isTouch ? conversationId : composerId)?.focus();
}

function download(text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  link.download = 'conversation.txt';
  link.click();
  URL.revokeObjectURL(link.href);
}

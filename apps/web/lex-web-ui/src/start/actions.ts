import type { Bot } from '../conversation/bot.ts';
import type { ChatState } from '../conversation/state.ts';
import type { Store } from '../conversation/store.ts';
import { transcriptOf } from '../conversation/transcript.ts';
import type { Texts } from '../i18n/texts.ts';
import { composerId } from '../view/Composer.tsx';
import { conversationId } from '../view/Conversation.tsx';
import type { Actions } from '../view/view.ts';

interface ActionOptions {
  readonly store: Store<ChatState>;
  readonly bot: Bot;
  readonly texts: () => Texts;
  readonly close: () => void;
}

/** What a failure means is in the conversation already: each message shows what became of it. */
const shown = (): void => undefined;

/** What the customer's clicks and keys do. */
export function actionsOf({ store, bot, texts, close }: ActionOptions): Actions {
  return {
    say: (text) => {
      bot.say(text).catch(shown);
      focusOn();
    },
    retry: (id) => {
      bot.retry(id).catch(shown);
      focusOn();
    },
    write: () => undefined,
    close,
    newSession: () => {
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
    listen: () => undefined,
    stopListening: () => undefined,
    endPerson: () => undefined,
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

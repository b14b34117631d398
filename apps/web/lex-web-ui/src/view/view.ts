import type { ChatState } from '../conversation/state.ts';
import type { Texts } from '../i18n/texts.ts';

/** What the customer can do. */
export interface Actions {
  readonly say: (text: string) => void;
  readonly retry: (id: string) => void;
  readonly write: () => void;
  readonly close: () => void;
  readonly newSession: () => void;
  readonly save: () => void;
  readonly speak: (locale: string) => void;
  readonly readAloud: (isAloud: boolean) => void;
  readonly listen: () => void;
  readonly stopListening: () => void;
  readonly endPerson: () => void;
}

/** What every part of the page is made of. */
export interface View {
  readonly state: ChatState;
  readonly texts: Texts;
  readonly actions: Actions;
  /** Offered locales, `en-US`. */
  readonly locales: readonly string[];
  /** Whether there is a page around that can hide the chat. */
  readonly isEmbedded: boolean;
  readonly hasVoice: boolean;
}

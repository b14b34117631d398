import type { ChatConfiguration } from '@atlas-engine/web-contracts';
import { render } from 'preact';
import type { ChatState } from '../conversation/state.ts';
import type { Store } from '../conversation/store.ts';
import { directionOf, languageOf, type Texts } from '../i18n/texts.ts';
import { App } from '../view/App.tsx';
import type { Actions } from '../view/view.ts';

interface DrawOptions {
  readonly settings: ChatConfiguration;
  readonly texts: () => Texts;
  readonly actions: Actions;
  readonly isEmbedded: boolean;
}

/** Draws the chat, now and at each change. */
export function drawAtEachChange(store: Store<ChatState>, options: DrawOptions): void {
  const { settings, texts, actions, isEmbedded } = options;
  const { documentElement: html } = document;
  const root = document.getElementById('chat') as HTMLElement;
  const draw = (): void => {
    const state = store.get();
    html.lang = languageOf(state.session.locale);
    html.dir = directionOf(state.session.locale);
    document.title = texts()('title');
    const view = {
      state,
      texts: texts(),
      actions,
      locales: settings.locales,
      isEmbedded,
      hasVoice: settings.voice,
    };
    render(<App {...view} />, root);
  };
  store.listen(draw);
  draw();
}

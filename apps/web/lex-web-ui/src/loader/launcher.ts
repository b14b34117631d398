import type { ChatOptions } from './api.ts';
import { launcherStyles } from './launcher-styles.ts';

/** The button and the place of the frame, in a shadow tree of their own. */
export interface Launcher {
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  readonly button: HTMLButtonElement;
  /** Shows something short on the button; `''` nothing. */
  readonly badge: (text: number | string) => void;
}

/** Puts the button on the page. */
export function mountLauncher({ label = 'Chat', position, launcher }: ChatOptions): Launcher {
  const host = document.createElement('div');
  host.className = position ?? '';
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(launcherStyles);
  root.adoptedStyleSheets = [sheet];
  const button = document.createElement('button');
  button.hidden = launcher === false;
  button.ariaExpanded = 'false';
  const mark = document.createElement('b');
  const badge: Launcher['badge'] = (text) => {
    mark.hidden = text === '';
    mark.textContent = String(text);
    button.ariaLabel = text === '' ? label : `${label} (${text})`;
  };
  badge('');
  button.append(mark);
  root.append(button);
  document.body.append(host);
  return { host, root, button, badge };
}

import '../styles/theme.css';
import '../styles/chat.css';
import '../styles/messages.css';
import { loadConfiguration } from '../configuration/load-configuration.ts';
import { chooseLocale } from '../i18n/texts.ts';
import { acceptParent } from '../parent/accept-parent.ts';
import { isAllowedParent } from '../parent/is-allowed-parent.ts';
import { showFailure } from './show-failure.ts';
import { startChat } from './start-chat.ts';

const configuration = loadConfiguration(fetch, new URL('config.json', document.baseURI));
const isEmbedded = window.parent !== window;

// The page around may speak before the configuration is here: whoever listens late misses it.
const parent = isEmbedded
  ? acceptParent({
      self: window,
      parent: window.parent,
      isAllowed: async (origin) =>
        isAllowedParent(origin, (await configuration).allowedParents, window.location.origin),
    })
  : undefined;

async function start(): Promise<void> {
  const [settings, around] = await Promise.all([configuration, parent]);
  const wishes = [around?.introduced.options.locale, ...navigator.languages].filter(
    (wish) => wish !== undefined,
  );
  startChat({ settings, parent: around, locale: chooseLocale(settings.locales, wishes) });
}

start().catch((error: unknown) => showFailure(document, error));

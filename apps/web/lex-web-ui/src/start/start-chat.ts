import type { ChatConfiguration } from '@atlas-engine/web-contracts';
import { applyLook, type Look } from '../configuration/apply-look.ts';
import { createBot } from '../conversation/bot.ts';
import { browserClock } from '../conversation/clock.ts';
import { type Texts, textsOf } from '../i18n/texts.ts';
import { newSessionId } from '../lex/session-id.ts';
import type { Parent } from '../parent/accept-parent.ts';
import { carryOut } from '../parent/answer-calls.ts';
import { actionsOf } from './actions.ts';
import { announce } from './announcer.ts';
import { createServices } from './create-services.ts';
import { drawAtEachChange } from './draw.tsx';
import { readAloud } from './read-aloud.ts';
import { restore } from './restore.ts';
import { takeOver, ticketOf } from './take-over.ts';
import { tellParent } from './tell-parent.ts';

interface StartOptions {
  readonly settings: ChatConfiguration;
  /** Undefined where the chat is a page of its own. */
  readonly parent: Parent | undefined;
  readonly locale: string;
}

/** Milliseconds between looks at whether the bot's session has ended. */
const idleCheck = 30_000;

/** Makes it when it is first asked for; a failure, such as a lost network, can be tried again. */
function once<Thing>(make: () => Promise<Thing>): () => Promise<Thing> {
  let made: Promise<Thing> | undefined;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = undefined;
      throw error;
    });
    return made;
  };
}

/** The page's wishes come before those of the configuration. */
const lookOf = ({ look }: ChatConfiguration, { options, tokens }: Parent['introduced']): Look => ({
  theme: options.theme ?? look?.theme ?? 'auto',
  tokens: { ...look?.properties, ...tokens },
});

const alone: Parent['introduced'] = { options: {}, tokens: {} };

/** Wires the chat to the services and to the page around it. */
export function startChat({ settings, parent, locale }: StartOptions): void {
  const { options, tokens } = parent?.introduced ?? alone;
  const { attributes = {} } = options;
  const services = createServices(settings, window.location);
  const { network, credentials, lex } = services;
  const store = restore({ botId: settings.bot.id, locale, attributes });
  const texts = (): Texts => {
    const { locale: spoken } = store.get().session;
    return textsOf(spoken, settings.texts?.[spoken as keyof typeof settings.texts]);
  };
  const outside = tellParent(store, parent);
  let spent: string | undefined;
  const person = takeOver(store, settings, services);
  const bot = createBot({
    store,
    lex,
    clock: browserClock,
    isOnline: network.isOnline,
    newId: () => crypto.randomUUID(),
    newSessionId,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    attributes,
    ...outside,
    onAnswer: (answer) => {
      outside.onAnswer(answer);
      const ticket = ticketOf(settings, answer.sessionState?.sessionAttributes);
      if (ticket && spent !== ticket) void person.handOff((spent = ticket));
    },
  });
  const actions = actionsOf({
    store,
    bot,
    person,
    voice: once(async () => (await import('../voice/voice.ts')).createVoice({ store, bot, lex })),
    texts,
    close: outside.close,
  });

  applyLook(document.documentElement, lookOf(settings, { options, tokens }));
  drawAtEachChange(store, { settings, texts, actions, isEmbedded: parent !== undefined });
  readAloud(store, 'speechSynthesis' in window ? window.speechSynthesis : undefined);
  announce(store, document.getElementById('announcer') as HTMLElement, texts);

  const setOnline = (): void => {
    store.update((state) => ({ ...state, isOnline: navigator.onLine }));
    if (navigator.onLine) void bot.flush();
  };
  addEventListener('online', setOnline);
  addEventListener('offline', setOnline);
  setInterval(bot.endIfIdle, idleCheck);
  bot.endIfIdle();
  void bot.flush();
  void person.resume();

  const commands = {
    visible: outside.setVisible,
    send: (text: string) => (person.isHere() ? person : bot).say(text),
    setSessionAttribute: bot.setAttribute,
    newSession: bot.newSession,
    signIn: (provider: string, token: string) => credentials.signIn({ provider, token }),
  };
  parent?.answer((call) => carryOut(commands, call));
  outside.ready();
}

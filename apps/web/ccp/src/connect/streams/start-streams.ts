import type { ConnectEvent } from '../connect-event.ts';
import { ConnectError } from '../connect-error.ts';
import type { ConnectPort } from '../connect-port.ts';
import { createCommands, type Running } from './commands.ts';
import { createChat } from './create-chat.ts';
import { isChatLoaded, loadChat, loadStreams } from './load-streams.ts';
import { readAgent } from './read-agent.ts';
import { watchNetwork, watchSession } from './watch-session.ts';

/** Where this instance of Connect is. */
export interface ConnectPlace {
  /** `…/ccp-v2/`, absolute. */
  readonly ccp: string;
  readonly participant: string;
  readonly region: string;
}

/** Embeds Amazon Connect's panel into `container` and speaks for it. The container must stay in the page. */
export async function startStreams(container: HTMLElement, place: ConnectPlace): Promise<ConnectPort> {
  await loadStreams();
  const listeners = new Set<(event: ConnectEvent) => void>();
  const emit = (event: ConnectEvent) => {
    for (const listener of listeners) listener(event);
  };
  let running: Running | undefined;
  const commands = createCommands((command) => {
    if (running === undefined) throw new ConnectError(command, 'NOT_POSSIBLE_NOW');
    return running;
  });
  connect.getLog().setLogLevel(connect.LogLevel.ERROR);
  embed(container, place);
  watchSession(emit, () => running !== undefined);
  let signInWindow: Window | null = null;
  connect.agent((agent) => {
    running = { agent, endpoints: new Map() };
    const tell = () => {
      // Its work is done; left open, it would lie behind the page and be used again by its name.
      signInWindow?.close();
      signInWindow = null;
      emit({ type: 'agent', agent: readAgent(agent, Date.now()), at: Date.now() });
    };
    const refresh = () => {
      // Not while one is only offered: once chatjs is there, streams opens the session of every chat that it sees.
      const isChatting = agent.getContacts().some(isConnectedChat);
      if (isChatting && !isChatLoaded()) void loadChat(place.participant, place.region).then(tell);
      tell();
    };
    agent.onRefresh(refresh);
    agent.onMuteToggle(({ muted }) => {
      emit({ type: 'muted', muted });
    });
    watchNetwork(agent, emit);
    refresh();
  });
  return {
    ...commands,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    reject: (contactId) => {
      emit({ type: 'rejecting', contactId });
      return commands.reject(contactId);
    },
    openSignIn: () => {
      signInWindow = window.open(place.ccp, 'atlas-connect-sign-in', popup);
      return signInWindow === null ? 'blocked' : 'opened';
    },
    signOut: () => {
      (connect.core as unknown as Upstream).getUpstream().sendUpstream(connect.EventType.TERMINATE);
    },
    chat: createChat(() => loadChat(place.participant, place.region)),
  };
}

const isConnectedChat = (contact: connect.Contact): boolean =>
  (contact.getType() as string) === 'chat' && contact.isConnected();

const popup = 'popup,width=480,height=640';

interface Upstream {
  getUpstream(): { sendUpstream(event: string): void };
}

function embed(container: HTMLElement, { ccp, region }: ConnectPlace): void {
  connect.core.initCCP(container, {
    ccpUrl: ccp,
    region,
    // The console opens the window itself, at a press of the agent's: browsers block it otherwise.
    loginPopup: false,
    softphone: { allowFramedSoftphone: true },
    pageOptions: { enableAudioDeviceSettings: true, showInactivityModal: true },
    iframeTitle: 'Amazon Connect softphone',
  });
}

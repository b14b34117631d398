import type { Chat, ChatEventName } from './api.ts';
import type { FrameEvent } from './port.ts';

type Listener = (detail: never) => void;

/** Who listens to what. */
export function createListeners(): Pick<Chat, 'on' | 'off'> & { readonly tell: (event: FrameEvent) => void } {
  const listeners = new Map<ChatEventName, Set<Listener>>();
  const off: Chat['off'] = (name, listener) => void listeners.get(name)?.delete(listener);
  return {
    tell: ({ event, detail }) => {
      for (const listener of listeners.get(event) ?? []) listener(detail as never);
    },
    on: (name, listener) => {
      listeners.set(name, (listeners.get(name) ?? new Set<Listener>()).add(listener));
      return () => off(name, listener);
    },
    off,
  };
}

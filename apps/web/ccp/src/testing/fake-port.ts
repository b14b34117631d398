import type { ChatEvent } from '../chat/chat-port.ts';
import type { ConnectEvent } from '../connect/connect-event.ts';
import type { ConnectPort } from '../connect/connect-port.ts';
import type { AgentSnapshot } from '../connect/snapshot.ts';
import { anAgent } from './snapshots.ts';

/** Amazon Connect in memory: `push` says what it says next; what it is asked is in `asked`, and always done. */
export function createFakePort() {
  const listeners = new Set<(event: ConnectEvent) => void>();
  const chats = new Map<string, (event: ChatEvent) => void>();
  const asked: string[] = [];
  const does =
    (name: string) =>
    (...args: readonly unknown[]): Promise<void> => {
      asked.push([name, ...args.filter((arg) => typeof arg === 'string')].join(' '));
      return Promise.resolve();
    };
  const emit = (event: ConnectEvent) => {
    for (const listener of listeners) listener(event);
  };
  const port: ConnectPort = {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    choose: does('choose'),
    accept: does('accept'),
    reject: does('reject'),
    leave: does('leave'),
    drop: does('drop'),
    clear: does('clear'),
    hold: does('hold'),
    resume: does('resume'),
    mute: does('mute'),
    sendDigits: does('sendDigits'),
    quickConnects: () =>
      Promise.resolve([
        { id: '1', name: 'Blake Agent', kind: 'person' },
        { id: '2', name: 'Sales', kind: 'queue' },
        { id: '3', name: 'Partner desk', kind: 'number' },
      ]),
    consult: does('consult'),
    conference: does('conference'),
    swap: does('swap'),
    dial: does('dial'),
    devices: () => Promise.resolve([{ kind: 'audioinput', label: 'Headset' }]),
    openSignIn: () => 'opened',
    signOut: () => undefined,
    chat: {
      join: (contactId, listener) => {
        chats.set(contactId, listener);
        return Promise.resolve(() => chats.delete(contactId));
      },
      send: (_, text) => Promise.resolve(`sent-${text}`),
      typing: does('typing'),
      attach: does('attach'),
      download: () => Promise.resolve(new Blob([''])),
    },
  };
  return {
    port,
    asked,
    emit,
    push: (agent: Partial<AgentSnapshot>, at = Date.now()) =>
      emit({ type: 'agent', agent: anAgent(agent), at }),
    say: (contactId: string, event: ChatEvent) => chats.get(contactId)?.(event),
  };
}

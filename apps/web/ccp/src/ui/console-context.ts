import { createContext, use, useSyncExternalStore } from 'react';
import { ConnectError } from '../connect/connect-error.ts';
import type { ConnectState, Contact } from '../connect/connect-state.ts';
import type { Console } from '../console/console.ts';
import type { Store } from '../store.ts';
import { WorkspaceError } from '../workspace/workspace-error.ts';

export const ConsoleContext = createContext<Console | undefined>(undefined);

class NoConsole extends Error {}

export function useConsole(): Console {
  const all = use(ConsoleContext);
  if (all === undefined) throw new NoConsole('This component belongs inside of ConsoleContext.');
  return all;
}

export const useStore = <State>(store: Store<State>): State =>
  useSyncExternalStore(store.subscribe, store.get);

export const useConnect = (): ConnectState => useStore(useConsole().connect);

/** The contact that the agent looks at: the one they chose, else the first. */
export function useCurrentContact(): Contact | undefined {
  const { connect, selected } = useConsole();
  const { contacts } = useStore(connect);
  const id = useStore(selected);
  return contacts.find(({ contactId }) => contactId === id) ?? contacts[0];
}

/** Runs a command; a refusal is shown to the agent. */
export function useCommand(): (command: Promise<unknown>) => void {
  const { notices } = useConsole();
  return (command) => {
    command.catch((error: unknown) => {
      const known = error instanceof ConnectError || error instanceof WorkspaceError;
      notices.say('error', known ? error.message : 'Something went wrong in this page. Load it again.');
    });
  };
}
